import {
  type CitableSource,
  checkCitations,
  type CitationItem,
  parseCitations,
  type Span,
} from '../../citations';
import { foreignMentions } from './foreign-mentions';
import { quotationFaults } from './quotation-faults';
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
    task.document.topic,
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

function resolutionFaults(markdown: string, citable: Citable): CitationFault[] {
  const given = new Set(citable.passages.map(({ key }) => key));
  const sources = citable.sources.filter(({ key }) => given.has(key));
  const general = checkCitations(markdown, sources).map(({ start, end, text, message }) => ({
    start,
    end,
    message: `${text}: ${message}`,
  }));
  const pages = parseCitations(markdown).clusters.flatMap(({ start, end, items }) =>
    items
      .filter(({ key }) => given.has(key))
      .map((item) => pageFault(item, citable.passages))
      .filter((message) => message !== null)
      .map((message) => ({ start, end, message })),
  );
  return [...general, ...pages];
}

/**
 * Everything in a text that cites and does not hold: what the general check finds among the given
 * sources, pages that no given passage is from, quotations that no given passage contains, and
 * addresses and names with a year that stand in none.
 */
export function citationFaults(markdown: string, citable: Citable): CitationFault[] {
  return [
    ...resolutionFaults(markdown, citable),
    ...quotationFaults(markdown, citable),
    ...foreignMentions(markdown, citable),
  ];
}
