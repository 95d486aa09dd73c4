import {
  type CitableSource,
  checkCitations,
  type CitationCluster,
  type CitationItem,
  parseCitations,
  type Span,
} from '../../citations';
import type { SectionTask } from '../tasks/section-task';
import type { TaskPassage } from '../tasks/task-parts';

export interface CitationFault extends Span {
  /** For whoever mends it. */
  message: string;
}

/** What a text may cite: the passages its writer was given, and their sources. */
export interface Citable {
  sources: readonly CitableSource[];
  passages: readonly TaskPassage[];
  /** Titles may stand in quotation marks without being quoted from a source. */
  titles: readonly string[];
}

export function citableIn(task: SectionTask, sources: readonly CitableSource[]): Citable {
  const titles = [
    task.document.title,
    ...task.outline.map(({ title }) => title),
    ...task.sources.map(({ title }) => title),
  ];
  return { sources, passages: task.passages, titles };
}

/** A writer can only know the pages that it was shown. */
function pageFault(
  { key, locator }: CitationItem,
  passages: readonly TaskPassage[],
): string | null {
  if (locator === null) return null;
  const shown = new Set(passages.filter((one) => one.key === key).map(({ page }) => page));
  const named = [...locator.value.matchAll(/\d+/g)].map(([digits]) => Number(digits));
  const known =
    locator.label === 'page' && named.length > 0 && named.every((page) => shown.has(page));
  return known ? null : `No passage of ${key} is from ${locator.label} ${locator.value}.`;
}

const QUOTATION = /[“«„"]\s*(?<words>[^“”«»„"]+?)\s*[”»“"][.,;:!?…]?\s*$/u;
const SHORTEST_QUOTATION = 4;

const squeezed = (text: string): string => text.replace(/\s+/g, ' ');

/** Words in quotation marks right before a citation have to be the source's. */
function quotationFault(markdown: string, cluster: CitationCluster, citable: Citable) {
  const words = QUOTATION.exec(markdown.slice(0, cluster.start))?.groups?.['words'];
  if (words === undefined || words.split(/\s+/).length < SHORTEST_QUOTATION) return null;
  const quoted = squeezed(words).replace(/[.,;]$/, '');
  const keys = cluster.items.map(({ key }) => key);
  const literal = citable.passages.some(
    ({ key, kind, text }) =>
      keys.includes(key) && kind !== 'annotation' && squeezed(text).includes(quoted),
  );
  const isTitle = citable.titles.some((title) => squeezed(title).includes(quoted));
  return literal || isTitle ? null : `“${quoted}” is not in the passages of ${keys.join(', ')}.`;
}

/**
 * Everything in a text that cites and does not hold: what the general check finds among the given
 * sources, pages that no given passage is from, and quotations that no given passage contains.
 */
export function citationFaults(markdown: string, citable: Citable): CitationFault[] {
  const given = new Set(citable.passages.map(({ key }) => key));
  const sources = citable.sources.filter(({ key }) => given.has(key));
  const general = checkCitations(markdown, sources).map(({ start, end, text, message }) => ({
    start,
    end,
    message: `${text}: ${message}`,
  }));
  const particular = parseCitations(markdown).clusters.flatMap((cluster) => {
    const { start, end, items } = cluster;
    const messages = [
      ...items.filter(({ key }) => given.has(key)).map((item) => pageFault(item, citable.passages)),
      quotationFault(markdown, cluster, citable),
    ];
    return messages.filter((one) => one !== null).map((message) => ({ start, end, message }));
  });
  return [...general, ...particular];
}
