import '@citation-js/plugin-ris';
import { plugins } from '@citation-js/core';
import { normaliseDoi } from '../../../csl/doi';
import { roleOf, toName } from './creators';
import { dateOf } from './dates';
import { fromProCite } from './procite';
import type { RisField, RisRecord } from './scan-ris';
import { variablesOf } from './texts';
import { ARTICLES, DESCRIBED, PAPERS, REPORTS, WHOLE_VOLUMES } from './types';

type Item = Record<string, unknown>;

const NOTES = ['N1', 'RN', 'M2'];
const DATES = ['DA', 'PY', 'Y1'];
/** Of people and titles that the work has in another language than it is in. */
const TRANSLATED = ['TA', 'TT'];

/** Types whose works have a number of their own rather than one of their book. */
const NUMBERED = new Set(['DBASE', 'PAT', ...REPORTS]);

const SERIALS = new Set([...ARTICLES, 'DATA']);

/** A page or a range of them, rather than words. */
const PAGE = /^\S*\d\S*$/;

const ISSN = /^\d{4}-?\d{3}[\dX]$/i;
const ISBN = /^(?:97[89])?\d{9}[\dX]$/i;

class RisItem {
  private readonly values = new Map<string, string[]>();
  private readonly item: Item = {};

  constructor(private readonly record: RisRecord) {
    for (const [tag, value] of record.fields) {
      const values = this.values.get(tag);
      if (values === undefined) this.values.set(tag, [value]);
      else values.push(value);
    }
  }

  toCsl(): Item {
    this.setNumbers();
    this.setCreators();
    for (const field of this.record.fields) this.setText(field);
    this.setPages();
    this.setPlaces();
    this.set('issued', dateOf(DATES.flatMap((tag) => this.all(tag))));
    this.set('note', NOTES.flatMap((tag) => this.all(tag)).join('; '));
    this.set('keyword', this.keywords());
    this.set(
      'URL',
      this.all('UR').find((url) => /^(?:https?:|www\.)/i.test(url)),
    );
    this.setTitles();
    return this.item;
  }

  private all(tag: string): string[] {
    return this.values.get(tag) ?? [];
  }

  /** Sets a variable unless it is set. */
  private set(variable: string, value: unknown): boolean {
    if (variable === '' || value === undefined || value === '') return false;
    if (this.item[variable] !== undefined) return false;
    this.item[variable] = value;
    return true;
  }

  private setText([tag, value]: RisField): void {
    if (tag === 'M3' && normaliseDoi(value) !== undefined) return;
    for (const variable of variablesOf(tag, this.record.type) ?? []) {
      if (this.set(variable, value)) return;
    }
  }

  private setCreators(): void {
    const { type, fields } = this.record;
    const byRole = new Map<string, Record<string, string>[]>();
    for (const [tag, value] of fields) {
      const role = roleOf(tag, type);
      if (role === 'authority' || role === 'container-title') this.set(role, value);
      else if (role !== undefined) {
        const names = byRole.get(role) ?? [];
        names.push(toName(value));
        byRole.set(role, names);
      }
    }
    // a recording is by those who are heard, of what others have composed
    const performers = type === 'SOUND' ? byRole.get('performer') : undefined;
    if (performers !== undefined) {
      this.set('composer', byRole.get('author'));
      byRole.set('author', performers);
      byRole.delete('performer');
    }
    for (const [role, names] of byRole) this.set(role, names);
  }

  private setPages(): void {
    const [start = '', end = ''] = [this.all('SP')[0], this.all('EP')[0]];
    if (DESCRIBED.has(this.record.type) && !PAGE.test(start)) this.set('dimensions', start);
    else if (end === '' && WHOLE_VOLUMES.has(this.record.type)) this.set('number-of-pages', start);
    else if (/[-–]/.test(start) || start === end) this.set('page', start);
    else this.set('page', [start, end].filter((page) => page !== '').join('-'));
  }

  /** Of a conference one tag says where the proceedings were published, the other where it was. */
  private setPlaces(): void {
    const [published] = PAPERS.has(this.record.type) ? this.all('C1') : [];
    const [place] = this.all('CY');
    this.set(this.record.type === 'STAT' ? 'jurisdiction' : 'publisher-place', published ?? place);
    if (published !== undefined) this.set('event-place', place);
  }

  private setNumbers(): void {
    this.set('DOI', [...this.all('DO'), ...this.all('M3')].map(normaliseDoi).find(Boolean));
    const { type } = this.record;
    for (const value of this.all('SN')) {
      const digits = value.replace(/[\s-]/g, '');
      if (ISBN.test(digits)) this.set('ISBN', value);
      else if (ISSN.test(value) || SERIALS.has(type)) this.set('ISSN', value);
      else this.set(NUMBERED.has(type) ? 'number' : 'ISBN', value);
    }
  }

  private keywords(): string {
    const words = this.all('KW').flatMap((value) => value.split(/\s*;\s*/));
    return words.join(words.some((word) => word.includes(',')) ? '; ' : ',');
  }

  /**
   * What has no title of its own is known by its short one, a paper by its conference; a department
   * alone has given out a thesis.
   */
  private setTitles(): void {
    this.set('title', this.item['title-short']);
    if (this.set('publisher', this.item['division'])) this.item['division'] = undefined;
    if (PAPERS.has(this.record.type)) this.set('container-title', this.item['event-title']);
    this.set('container-title', this.item['container-title-short']);
  }
}

const OWN = new Set(['EP', 'SP', 'CY', 'DO', 'SN', 'UR', 'KW', ...NOTES, ...DATES, ...TRANSLATED]);

/** Whether the table here says what a tag means, which the library knows less well. */
export const isOwnTag = (tag: string, type: string): boolean =>
  OWN.has(tag) ||
  (tag === 'C1' && PAPERS.has(type)) ||
  variablesOf(tag, type) !== undefined ||
  roleOf(tag, type) !== undefined;

/** The type of a record and what tags say that are seldom used: Citation.js knows these. */
function fromLibrary({ type, fields }: RisRecord): Item {
  const rest = fields.filter(([tag]) => !isOwnTag(tag, type) && tag !== 'ID');
  const text = [['TY', type], ...rest].map(([tag = '', value = '']) => `${tag}  - ${value}`);
  const options = { forceType: '@ris/file', generateGraph: false };
  return plugins.input.chain(text.join('\n'), options)[0] ?? {};
}

/** The CSL-JSON of a record, not yet clean. */
export function risItem(record: RisRecord): Item {
  const rewritten = fromProCite(record);
  return { ...fromLibrary(rewritten), ...new RisItem(rewritten).toCsl() };
}
