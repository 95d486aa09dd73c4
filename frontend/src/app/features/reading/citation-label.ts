import type { Bibliography, Source } from '../../api/generated/models';
import type { CitationItem } from '../../ui/prose/prose-model';

type Style = Bibliography['citationStyle'];

const NUMERIC: readonly Style[] = ['ieee', 'vancouver', 'dstu8302', 'gost'];
const MANY_AUTHORS = 3;

const SUFFIX = /^(jr|sr|[ivx]+)\.?$/i;
const startsSmall = (word: string | undefined): boolean => /^\p{Ll}/u.test(word ?? '');

/** The surname of a name in reading order: `Henry L. Roediger III`, `Ludwig van Beethoven`. */
function surname(author: string): string {
  const words = author.split(' ');
  const name = words.length > 1 && SUFFIX.test(words.at(-1) ?? '') ? words.slice(0, -1) : words;
  let start = name.length - 1;
  while (start > 0 && startsSmall(name[start - 1])) start--;
  return name.slice(start).join(' ');
}

function authorsOf({ authors, title }: Source): string {
  const [first, second] = authors.map(surname);
  if (first === undefined) return `“${title.length > 32 ? `${title.slice(0, 30)}…` : title}”`;
  if (authors.length >= MANY_AUTHORS) return `${first} et al.`;
  return second === undefined ? first : `${first} & ${second}`;
}

function locatorOf({ locator }: CitationItem): string {
  if (locator === null) return '';
  if (locator.label !== 'page') return `, ${locator.label} ${locator.value}`;
  return `, ${/[-,]/.test(locator.value) ? 'pp.' : 'p.'} ${locator.value.replace('-', '–')}`;
}

function itemLabel(item: CitationItem, source: Source | undefined): string {
  if (source === undefined) return `${item.key}?`;
  const year = source.year === null ? 'n.d.' : String(source.year);
  const named = item.suppressAuthor ? year : `${authorsOf(source)}, ${year}`;
  const prefix = item.prefix === '' ? '' : `${item.prefix} `;
  const suffix = item.suffix === '' ? '' : `, ${item.suffix}`;
  return `${prefix}${named}${locatorOf(item)}${suffix}`;
}

/**
 * A citation for the screen: author and year, or the number that the bibliography gives. The exact
 * form of the chosen style is made in the exported files.
 */
export function citationLabel(
  items: readonly CitationItem[],
  sources: ReadonlyMap<string, Source>,
  bibliography: Bibliography | null,
): string {
  const numbers = new Map(bibliography?.entries.map(({ key, label }) => [key, label]));
  if (bibliography !== null && NUMERIC.includes(bibliography.citationStyle)) {
    return items
      .map((item) => `${numbers.get(item.key) ?? `[${item.key}?]`}${locatorOf(item)}`)
      .join(' ');
  }
  return `(${items.map((item) => itemLabel(item, sources.get(item.key))).join('; ')})`;
}
