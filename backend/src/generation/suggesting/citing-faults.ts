import { type CitedPlace, citedPlaces } from '../../citations';
import type { CitationFault } from '../citing/citable';
import { likeness } from '../polish/frozen';
import { gradedEvidence, type Grounds } from '../support/graded-evidence';
import { citedAs } from './carrying-facts';

/** A statement with fewer words in common with the one that was cited for says something else. */
const SIMILAR = 0.25;
const CARRIED = ['supported', 'weak'];

const pagesIn = (value: string): number[] =>
  [...value.matchAll(/\d+/g)].map(([digits]) => Number(digits));

/** Whether the writer was shown a passage for it: of that source, and of each page that it names. */
function isShown({ item: { key, locator } }: CitedPlace, { passages }: Grounds): boolean {
  const own = passages.filter((passage) => passage.key === key);
  if (locator === null) return own.length > 0;
  const pages = pagesIn(locator.value);
  const shown = new Set(own.map(({ page }) => page));
  return locator.label === 'page' && pages.length > 0 && pages.every((page) => shown.has(page));
}

/**
 * Citations of a proposal that are neither the original's nor from a passage that was given; the
 * original's own ones that stand for something else now; and new ones that nothing carries.
 */
export function citationFaultsOf(
  original: string,
  proposed: string,
  grounds: Grounds,
): CitationFault[] {
  const before = citedPlaces(original, grounds.language);
  const graded = gradedEvidence(proposed, grounds);
  return citedPlaces(proposed, grounds.language).flatMap((place): CitationFault[] => {
    const name = citedAs(place.item);
    const own = before.filter(({ item }) => citedAs(item) === name);
    const fault = (message: string) => [{ ...place.sentence, message }];
    if (own.some(({ claim }) => likeness(claim, place.claim) >= SIMILAR)) return [];
    const isCarried = graded.some(
      (one) =>
        one.place.cluster.start === place.cluster.start &&
        citedAs(one.place.item) === name &&
        CARRIED.includes(one.evidence.state),
    );
    if (own.length === 0 && !isShown(place, grounds)) {
      return fault(`${name} is neither in the text nor among the passages.`);
    }
    if (isCarried) return [];
    return fault(`${name} does not say: “${place.claim.slice(0, 200)}”.`);
  });
}
