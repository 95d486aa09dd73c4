import { type CitationCluster, parseCitations } from '../../citations';
import type { Citable, CitationFault } from './citable';

const SHORTEST_QUOTATION = 4;

/** Words in quotation marks; a quotation within one is found by itself. */
const QUOTATION = /[“«„"‹]\s*([^“”«»„"‹›\n]+?)\s*[”»“"›]/gu;
/** Right before a citation, with nothing but punctuation between. */
const AT_END = /[“«„"]\s*(?<words>[^“”«»„"]+?)\s*[”»“"][.,;:!?…]?\s*$/u;
const BLOCK_QUOTATION = /^[ \t]*>[ \t]?(.+(?:\n[ \t]*>.*)*)/gm;

/** Without what Markdown escapes, in one line. */
const squeezed = (text: string): string =>
  text.replace(/\\(?=[^\p{L}\p{N}\s])/gu, '').replace(/\s+/g, ' ');

const withoutStop = (words: string): string =>
  squeezed(words)
    .replace(/[.,;:!?…]+$/, '')
    .trim();

const isLong = (words: string): boolean => words.split(/\s+/).length >= SHORTEST_QUOTATION;

const isTitle = (words: string, { titles }: Citable): boolean =>
  titles.some((title) => squeezed(title).includes(words));

/** Words in quotation marks right before a citation have to be the cited source's own. */
function citedQuotation(
  markdown: string,
  { start, end, items }: CitationCluster,
  citable: Citable,
) {
  const words = AT_END.exec(markdown.slice(0, start))?.groups?.['words'];
  if (words === undefined || !isLong(words)) return [];
  const quoted = withoutStop(words);
  const keys = items.map(({ key }) => key);
  const literal = citable.passages.some(
    ({ key, kind, text }) =>
      keys.includes(key) && kind !== 'annotation' && squeezed(text).includes(quoted),
  );
  if (literal || isTitle(quoted, citable)) return [];
  return [{ start, end, message: `“${quoted}” is not in the passages of ${keys.join(', ')}.` }];
}

/** Any other quotation has to stand in some passage that was given. */
function otherQuotations(markdown: string, citable: Citable): CitationFault[] {
  const quoted = [...markdown.matchAll(QUOTATION), ...markdown.matchAll(BLOCK_QUOTATION)];
  return quoted.flatMap(({ index, 0: whole, 1: inside = '' }) => {
    const bare = inside.replace(/\n[ \t]*>[ \t]?/g, ' ').replace(/\s*\[[^[\]]*@[^[\]]*\]/g, '');
    const words = withoutStop(bare.replace(/[“”«»„"‹›*_]/g, ''));
    if (!isLong(words)) return [];
    const plain = (text: string) => squeezed(text).replace(/[“”«»„"‹›*_]/g, '');
    const literal = citable.passages.some(({ text }) => plain(text).includes(words));
    if (literal || citable.titles.some((title) => plain(title).includes(words))) return [];
    const message = `“${words}” is in none of the passages.`;
    return [{ start: index, end: index + whole.length, message }];
  });
}

/** Quotations of a text that are nobody's words. */
export function quotationFaults(markdown: string, citable: Citable): CitationFault[] {
  const cited = parseCitations(markdown).clusters.flatMap((cluster) =>
    citedQuotation(markdown, cluster, citable),
  );
  return [...cited, ...otherQuotations(markdown, citable)];
}
