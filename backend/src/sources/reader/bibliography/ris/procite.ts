import type { RisField, RisRecord } from './scan-ris';
import { BOOKS, CHAPTERS, FILMS, MANUSCRIPTS, PAGES_OF_THE_WEB } from './types';

/*
 * ProCite writes most of what it knows into notes, each under the name of its own field.
 */

const LABELLED = /^([A-Z][\p{L} ,.()/-]{2,40}):\s*(.*)$/su;
const SIGN = /^(?:Record (?:ID|Number)|Connective Phrase|Call Number|Medium Designator):/;

type Types = ReadonlySet<string>;

/** The tag that a label stands for, and the types in which it does not, or only does. */
interface Label {
  tag: string;
  except?: Types;
  only?: Types;
}

const label = (tag: string): Label => ({ tag });

const LABELS: Readonly<Record<string, Label>> = {
  'Call Number': label('CN'),
  Edition: label('ET'),
  ISBN: label('SN'),
  Language: label('LA'),
  Notes: label('N1'),
  History: label('OP'),
  Histroy: label('OP'),
  'Publisher Name': label('PB'),
  'Place of Publication': label('CY'),
  'Proceedings Title': label('C3'),
  'Series Title': { tag: 'T3', except: new Set([...FILMS, 'ART']) },
  'Series Volume ID': { tag: 'SV', only: new Set([...BOOKS, ...CHAPTERS]) },
  'Series Volume Identification': { tag: 'SV', only: new Set([...BOOKS, ...CHAPTERS]) },
  'Page(s)': { tag: 'SP', except: MANUSCRIPTS },
  'Volume ID': { tag: 'VL', except: PAGES_OF_THE_WEB },
  'Issue ID': { tag: 'IS', except: CHAPTERS },
  'Issue Identification': { tag: 'IS', except: CHAPTERS },
  Scale: { tag: 'C1', only: new Set(['MAP']) },
  Size: { tag: 'C3', only: new Set(['ART']) },
  'Author, Monographic': label('A2'),
  'Author, Subsidiary': label('A3'),
  'Record ID': label(''),
  'Record Number': label(''),
};

function tagOf(name: string, type: string): string | undefined {
  const { tag, only, except } = LABELS[name] ?? {};
  return (only?.has(type) ?? true) && !(except?.has(type) ?? false) ? tag : undefined;
}

/** Given names come first in these notes. */
function familyFirst(name: string): string {
  const words = name.split(' ');
  const family = words.pop() ?? '';
  return name.includes(',') || words.length === 0 ? name : `${family}, ${words.join(' ')}`;
}

function toFields([tag, value]: RisField, type: string): RisField[] {
  const [, name = '', text = ''] = (tag === 'N1' ? LABELLED.exec(value) : null) ?? [];
  if (name === 'Connective Phrase' && text.toLowerCase() === 'in') return [];
  const to = tagOf(name, type);
  if (to === undefined) return [[tag, value]];
  if (to === '') return [];
  if (!name.startsWith('Author,')) return [[to, text]];
  return text.split(/;\s*/).map((author) => [to, familyFirst(author)]);
}

/** Tags that ProCite uses for other fields than everyone else does, by types of record. */
const RENAMED: readonly (readonly [ReadonlySet<string>, Readonly<Record<string, string>>])[] = [
  [CHAPTERS, { VL: 'ET' }],
  [BOOKS, { VL: 'ET', IS: 'VL' }],
  [new Set(['BILL']), { CY: 'T2', VL: 'M1', SP: 'SE' }],
  [new Set(['COMP']), { IS: 'ET' }],
  [new Set(['ART']), { M1: 'M3', VL: 'ET' }],
  [new Set(['ELEC']), { IS: 'ET', M1: 'M3' }],
  [new Set(['ADVS', 'MUSIC']), { VL: 'ET', IS: 'VL' }],
  [new Set(['MAP']), { VL: 'ET', M1: 'C2' }],
  [new Set(['HEAR', 'RPRT', 'UNBILL']), { VL: 'M1' }],
  [new Set(['CASE']), { CY: 'A2' }],
  [new Set(['STAT']), { CY: 'T2' }],
];

function renamed([tag, value]: RisField, type: string): RisField {
  const names = RENAMED.find(([types]) => types.has(type))?.[1];
  return [names?.[tag] ?? tag, value];
}

/** The record with its notes as the fields that they stand for, if ProCite has written it. */
export function fromProCite(record: RisRecord): RisRecord {
  const isProCite = record.fields.some(([tag, value]) => tag === 'N1' && SIGN.test(value));
  if (!isProCite) return record;
  const { type } = record;
  const fields = record.fields.map((field) => renamed(field, type));
  return { ...record, fields: fields.flatMap((field) => toFields(field, type)) };
}
