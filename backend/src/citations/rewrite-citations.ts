import type { CitationCluster, CitationItem } from './citation-cluster';
import { parseCitations, renderCitation } from './parse-citations';

/**
 * The text with the items of each bracket as `rewrite` gives them back; a bracket that is left
 * without any goes, with the space before it. What `rewrite` leaves as it is stays as written.
 */
export function rewriteCitations(
  markdown: string,
  rewrite: (items: readonly CitationItem[]) => readonly CitationItem[],
): string {
  const changed = (text: string, { start, end, items }: CitationCluster) => {
    const rewritten = rewrite(items);
    if (rewritten === items) return text;
    const before = text.slice(0, start);
    const after = text.slice(end);
    if (rewritten.length === 0) return before.replace(/[ \t\u00a0]+$/, '') + after;
    return before + renderCitation(rewritten) + after;
  };
  // From the end, so that the places before stay right
  return parseCitations(markdown).clusters.reduceRight(changed, markdown);
}

const placeOf = ({ key, prefix, locator, suffix }: CitationItem): string =>
  JSON.stringify([key, prefix, locator?.label, locator?.value, suffix]);

/** Every citation of one source as a citation of another, once in each bracket and place. */
export function replaceKey(markdown: string, from: string, to: string): string {
  return rewriteCitations(markdown, (items) => {
    if (!items.some(({ key }) => key === from)) return items;
    const replaced = items.map((item) => (item.key === from ? { ...item, key: to } : item));
    const places = replaced.map(placeOf);
    return replaced.filter(
      ({ key }, index) => key !== to || places.indexOf(places[index] ?? '') === index,
    );
  });
}
