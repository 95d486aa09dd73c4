import type { CitationCluster, CitationItem, Locator } from './citation-cluster';
import { isCrossReference } from './cross-reference';

/** A mark that looks like a citation and cannot be read as one. */
export interface MalformedCitation {
  start: number;
  end: number;
}

export interface ParsedCitations {
  clusters: CitationCluster[];
  malformed: MalformedCitation[];
}

/** Pandoc: a key begins with a letter, digit or underscore; single punctuation may stand inside. */
const KEY = String.raw`[\p{L}\p{N}_](?:[\p{L}\p{N}_]|[:.#$%&+?<>~/-](?=[\p{L}\p{N}_]))*`;
const AT_SIGN = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.+\\-])-?@(?=[\p{L}\p{N}_{])|(?<=\[)-?@`,
  'gu',
);
const ITEM = new RegExp(
  String.raw`^(?<prefix>[^@]*?)(?<minus>-)?@(?:\{(?<braced>[^{}\s]+)\}|(?<key>${KEY}))(?<rest>[^@]*)$`,
  'u',
);

const LABELS: Record<string, Locator['label']> = {
  p: 'page',
  pp: 'page',
  page: 'page',
  pages: 'page',
  // As the other document languages abbreviate it
  s: 'page',
  seite: 'page',
  seiten: 'page',
  pag: 'page',
  pág: 'page',
  págs: 'page',
  str: 'page',
  с: 'page',
  сс: 'page',
  стор: 'page',
  ch: 'chapter',
  chap: 'chapter',
  chapter: 'chapter',
  sec: 'section',
  section: 'section',
  '§': 'section',
  fig: 'figure',
  figure: 'figure',
  tab: 'table',
  table: 'table',
  n: 'note',
  note: 'note',
  para: 'paragraph',
  vol: 'volume',
  volume: 'volume',
};
const NUMBER = String.raw`(?:\d+|[ivxlcdm]+)`;
const LOCATOR = new RegExp(
  String.raw`^\s*,\s*(?:(?<label>[\p{L}§]+)\.?\s*)?(?<value>${NUMBER}(?:\s*[-–—]\s*${NUMBER})?(?:\s*,\s*\d+(?:\s*[-–—]\s*\d+)?)*)(?<suffix>(?![\p{L}\p{N}]).*)$`,
  'su',
);

function parseLocator(rest: string): { locator: Locator | null; suffix: string } {
  const groups = LOCATOR.exec(rest)?.groups;
  const label = groups?.['label'] === undefined ? 'page' : LABELS[groups['label'].toLowerCase()];
  // A bare number is a page (Pandoc); a bare roman numeral could be a word
  const bareWord = groups?.['label'] === undefined && !/^\d/.test(groups?.['value'] ?? '');
  if (groups === undefined || label === undefined || bareWord) {
    return { locator: null, suffix: rest.replace(/^\s*,\s*/, '').trim() };
  }
  const value = (groups['value'] ?? '').replace(/\s*[-–—]\s*/g, '-');
  return {
    locator: { label, value },
    suffix: (groups['suffix'] ?? '').replace(/^\s*,/, '').trim(),
  };
}

function parseItem(text: string): CitationItem | null {
  const groups = ITEM.exec(text)?.groups;
  if (groups === undefined) return null;
  return {
    key: groups['braced'] ?? groups['key'] ?? '',
    prefix: (groups['prefix'] ?? '').trim(),
    ...parseLocator(groups['rest'] ?? ''),
    suppressAuthor: groups['minus'] !== undefined,
  };
}

/** The bracket around `at`, or null: brackets do not reach over a blank line or another bracket. */
function bracketAround(text: string, at: number): { start: number; end: number } | null {
  const start = text.lastIndexOf('[', at);
  const end = text.indexOf(']', at);
  if (start === -1 || end === -1) return null;
  const inside = text.slice(start + 1, end);
  if (inside.includes('[') || inside.includes(']') || /\n\s*\n/.test(inside)) return null;
  return { start, end: end + 1 };
}

function parseCluster(text: string, start: number, end: number): CitationCluster | null {
  // `[@a](url)` would be read as a link by one renderer and as a citation by another
  if (text[end] === '(' || text[start - 1] === '\\') return null;
  const items = text
    .slice(start + 1, end - 1)
    .split(';')
    .map((part) => parseItem(part.trim()));
  return items.every((item) => item !== null) ? { start, end, items } : null;
}

/**
 * Every citation of a Markdown text in Pandoc's bracket syntax, in order. What has the mark of a
 * citation but is none (a bare `@key`, a bracket with a part that names no key) is given apart, so
 * that a caller can refuse it. A cross-reference, such as `@fig:key`, is none.
 * @see https://pandoc.org/MANUAL.html#citation-syntax
 */
export function parseCitations(markdown: string): ParsedCitations {
  const parsed: ParsedCitations = { clusters: [], malformed: [] };
  let done = 0;
  for (const match of markdown.matchAll(AT_SIGN)) {
    if (match.index < done || isCrossReference(markdown, match.index)) continue;
    const bracket = bracketAround(markdown, match.index);
    const cluster = bracket && parseCluster(markdown, bracket.start, bracket.end);
    const { start, end } = bracket ?? { start: match.index, end: match.index + match[0].length };
    if (cluster === null) parsed.malformed.push({ start, end });
    else parsed.clusters.push(cluster);
    done = end;
  }
  return parsed;
}

const ABBREVIATIONS: Record<Locator['label'], string> = {
  page: 'p.',
  chapter: 'chap.',
  section: 'sec.',
  figure: 'fig.',
  table: 'table',
  note: 'n.',
  paragraph: 'para.',
  volume: 'vol.',
};

function renderLocator({ label, value }: Locator): string {
  const several = label === 'page' && /[-,]/.test(value);
  return `, ${several ? 'pp.' : ABBREVIATIONS[label]} ${value}`;
}

/** The canonical Markdown of a cluster; {@link parseCitations} reads it back to the same items. */
export function renderCitation(items: readonly CitationItem[]): string {
  const parts = items.map(({ key, prefix, locator, suffix, suppressAuthor }) => {
    const head = `${prefix === '' ? '' : `${prefix} `}${suppressAuthor ? '-' : ''}@${key}`;
    return `${head}${locator ? renderLocator(locator) : ''}${suffix === '' ? '' : `, ${suffix}`}`;
  });
  return `[${parts.join('; ')}]`;
}
