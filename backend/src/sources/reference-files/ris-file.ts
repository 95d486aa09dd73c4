import '@citation-js/plugin-ris';
import { plugins } from '@citation-js/core';
import type { CslDate, CslItem, CslName } from '../csl/csl-item';
import { NAME_VARIABLES } from '../csl/variables';
import { roleOf } from '../reader/bibliography/ris/creators';
import { isOwnTag } from '../reader/bibliography/ris/ris-item';
import type { RisField } from '../reader/bibliography/ris/scan-ris';
import { variablesOf } from '../reader/bibliography/ris/texts';
import { PAPERS, WHOLE_VOLUMES } from '../reader/bibliography/ris/types';

/** The tags of one line, in the order in which they are tried and written. */
const TEXT_TAGS = 'TI T2 C3 JF ST J2 M3 VL IS M1 PB NV SV T3 ET SE LA CN'.split(' ');
const NAME_TAGS = 'AU A2 A3 A4 ED'.split(' ');

/** `Family, Given, Suffix`, particles before the family. */
function written(name: CslName): string {
  if (name.literal !== undefined) return name.literal;
  const particles = [name['dropping-particle'], name['non-dropping-particle']];
  const family = [...particles, name.family]
    .filter(Boolean)
    .join(' ')
    .replace(/(['’]) /g, '$1');
  return [family, name.given, name.suffix].filter(Boolean).join(', ');
}

function dates(issued: CslDate | undefined): RisField[] {
  const [year, ...rest] = issued?.['date-parts']?.[0] ?? [];
  if (year === undefined) return issued?.literal === undefined ? [] : [['PY', issued.literal]];
  const padded = String(year).padStart(4, '0');
  const full = [padded, ...rest.map((part) => String(part).padStart(2, '0'))].join('/');
  return [['PY', padded], ...(rest.length > 0 ? [['DA', full] satisfies RisField] : [])];
}

function pages({ page = '', 'number-of-pages': total }: CslItem, type: string): RisField[] {
  const [, start, end] = /^([^-,;\s]+)-([^-,;\s]+)$/.exec(page) ?? [];
  if (start !== undefined && end !== undefined) {
    return [
      ['SP', start],
      ['EP', end],
    ];
  }
  if (page !== '' && !WHOLE_VOLUMES.has(type)) return [['SP', page]];
  return WHOLE_VOLUMES.has(type) && total !== undefined ? [['SP', total]] : [];
}

function places(item: CslItem, type: string): RisField[] {
  const { 'publisher-place': published, 'event-place': held } = item;
  if (!PAPERS.has(type) || held === undefined) return published ? [['CY', published]] : [];
  return [...(published ? [['C1', published] satisfies RisField] : []), ['CY', held]];
}

function names(item: CslItem, type: string): RisField[] {
  return NAME_VARIABLES.flatMap((role) => {
    const tag = NAME_TAGS.find((one) => roleOf(one, type) === role);
    return tag === undefined
      ? []
      : (item[role] ?? []).map((name): RisField => [tag, written(name)]);
  });
}

/** Texts by the tag that means them in a record of this type. */
function texts(item: CslItem, type: string): RisField[] {
  const facts = new Map<string, unknown>(Object.entries(item));
  return TEXT_TAGS.flatMap((tag): RisField[] => {
    const variable = variablesOf(tag, type)?.[0] ?? '';
    const value = facts.get(variable);
    if (typeof value !== 'string') return [];
    facts.delete(variable);
    return [[tag, value]];
  });
}

function words(keyword: string | undefined): string[] {
  return (keyword ?? '').split(keyword?.includes(';') ? /\s*;\s*/ : /\s*,\s*/).filter(Boolean);
}

function others({ abstract, note, keyword, DOI, URL, ISBN, ISSN }: CslItem): RisField[] {
  const single = { AB: abstract, N1: note, DO: DOI, UR: URL };
  const numbers = [ISBN, ISSN].filter((number) => number !== undefined);
  return [
    ...Object.entries(single).flatMap(([tag, value]): RisField[] =>
      value === undefined ? [] : [[tag, value]],
    ),
    ...numbers.map((number): RisField => ['SN', number]),
    ...words(keyword).map((word): RisField => ['KW', word]),
  ];
}

type LibraryRecord = Record<string, unknown>;

/** What the library knows of the type and of variables that the tables here leave to it. */
function fromLibrary(item: CslItem): { type: string; fields: RisField[] } {
  const record = plugins.output.format('ris', [item], { format: 'object' }) as LibraryRecord[];
  const { TY = 'GEN', ...tags } = record[0] ?? {};
  const type = String(TY);
  const rest = Object.entries(tags).filter(([tag]) => !isOwnTag(tag, type) && tag !== 'ID');
  const fields = rest.flatMap(([tag, value]) =>
    [value].flat().map((one): RisField => [tag, String(one)]),
  );
  return { type, fields };
}

/** The item as a record of RIS, its key the identifier. */
export function toRis(item: CslItem): string {
  const { type, fields } = fromLibrary(item);
  const lines: RisField[] = [
    ['TY', type],
    ['ID', item.id],
    ...names(item, type),
    ...texts(item, type),
    ...dates(item.issued),
    ...pages(item, type),
    ...places(item, type),
    ...others(item),
    ...fields,
    ['ER', ''],
  ];
  return `${lines.map(([tag, value]) => `${tag}  - ${value}`).join('\r\n')}\r\n`;
}
