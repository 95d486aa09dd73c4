import type { DocumentLanguage } from '../../common';
import type { CitableSource } from '../check-citations';
import type { CitedPlace } from '../text/cited-places';
import { assessSupport } from './assess-support';
import { type Support, UNCHECKED } from './support-state';

/** A cited source at its place, with the passage it rests on. */
export interface CitedPassage {
  place: CitedPlace;
  source: Pick<CitableSource, 'authors' | 'year'>;
  /** Text of the passage; null when there is none. */
  passage: string | null;
}

/** How far each passage carries what it is cited for, in the same order. */
export function gradeCitations(
  cited: readonly CitedPassage[],
  language: DocumentLanguage,
): Support[] {
  return cited.map(({ place, source, passage }, ordinal) => {
    if (passage === null) return UNCHECKED;
    const companions = cited.filter(
      (other, index) =>
        index !== ordinal &&
        other.place.sentence.start === place.sentence.start &&
        other.place.claim === place.claim,
    );
    return assessSupport(place.claim, passage, {
      language,
      known: [...source.authors, ...(source.year === null ? [] : [String(source.year)])],
      companions: companions.flatMap((other) => other.passage ?? []),
    });
  });
}
