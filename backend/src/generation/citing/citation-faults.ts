import { checkCitations, type CitationItem, parseCitations } from '../../citations';
import type { Citable, CitationFault } from './citable';
import { foreignMentions } from './foreign-mentions';
import { quotationFaults } from './quotation-faults';
import type { TaskPassage } from '../tasks/task-parts';

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
  const findings = checkCitations(markdown, sources, citable.language);
  const general = findings.map(({ start, end, text, message }) => ({
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
