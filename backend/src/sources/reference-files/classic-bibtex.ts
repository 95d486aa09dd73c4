import type { CslItem } from '../csl/csl-item';

/** An entry as the library makes it for BibLaTeX, its values LaTeX. */
export interface BiblatexEntry {
  type: string;
  label: string;
  properties: Record<string, string>;
}

/** Names that BibTeX has for what BibLaTeX names otherwise; BibLaTeX reads both. */
const CLASSIC: Readonly<Record<string, string>> = {
  journaltitle: 'journal',
  location: 'address',
  annotation: 'annote',
};

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Every BibTeX knows the classic types; where they would add a claim of their own, the newer stays. */
function classicType({ type }: BiblatexEntry, { genre = '' }: CslItem): string {
  if (type === 'inbook') return 'incollection';
  if (type === 'report') return genre === '' ? type : 'techreport';
  if (type !== 'thesis') return type;
  if (/phd|doctor|dissert/i.test(genre)) return 'phdthesis';
  return /master/i.test(genre) ? 'mastersthesis' : type;
}

function subtype(type: string, genre: string | undefined): Record<string, string> {
  if (genre === undefined && type === 'article-magazine') return { entrysubtype: 'magazine' };
  if (genre === undefined && type === 'article-newspaper') return { entrysubtype: 'newspaper' };
  return {};
}

/** Year and month as BibTeX wants them, beside the whole date. */
function dated({ issued }: CslItem): string[] {
  const [year, month = 0] = issued?.['date-parts']?.[0] ?? [];
  const written = year === undefined ? issued?.literal : String(year);
  const name = MONTHS[month - 1];
  return [
    ...(written === undefined ? [] : [`year = {${written}}`]),
    ...(name === undefined ? [] : [`month = ${name}`]),
  ];
}

function renamed(field: string, type: string): string {
  if (field === 'institution' && type.endsWith('thesis')) return 'school';
  if (field === 'entrysubtype' && /thesis|report/.test(type)) return 'type';
  return CLASSIC[field] ?? field;
}

/** The entry in a form that BibTeX, BibLaTeX and reference managers read. */
export function classicEntry(entry: BiblatexEntry, item: CslItem): string {
  const type = classicType(entry, item);
  const properties = { ...entry.properties, ...subtype(item.type, item.genre) };
  const fields = Object.entries(properties)
    .filter(([, value]) => value !== '')
    .map(([field, value]) => `${renamed(field, type)} = {${value}}`);
  const lines = [...fields, ...dated(item)].map((field) => `  ${field},\n`);
  return `@${type}{${item.id},\n${lines.join('')}}\n`;
}
