import { type CitedPlace, citedPlaces, plainProse } from '../citations';
import type { DocumentLanguage } from '../common';
import { foldWord, wordsOf } from '../language';
import { type CitationEvidence, wholeSource } from './section-text';

/** A text with what its citations rest on, in order. */
export interface EvidencedText {
  content: string;
  evidence: readonly CitationEvidence[];
}

/** A citation at its place, with the words that tell whether it is still the same one. */
interface Standing {
  place: CitedPlace;
  sourceId: string;
  locator: string | null;
  sentence: ReadonlyMap<string, number>;
  claim: ReadonlyMap<string, number>;
}

/** What a citation of the new text has from the old one. */
export interface CarriedEvidence {
  place: CitedPlace;
  evidence: CitationEvidence;
  /** Whether it stands for the very same words as before. */
  sameClaim: boolean;
}

/** Sentences with less of their words in common are two sentences. */
const SIMILAR = 0.5;
/** Characters of a sentence that tell it from others. */
const LONGEST_COMPARED = 1000;

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of wordsOf(text.slice(0, LONGEST_COMPARED)).map(foldWord))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const sizeOf = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((sum, count) => sum + count, 0);

/** Dice's coefficient of the words of two texts: 1 for the same ones, 0 for none in common. */
function likeness(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const size = sizeOf(a) + sizeOf(b);
  if (size === 0) return 1;
  const common = [...a].reduce((sum, [word, count]) => sum + Math.min(count, b.get(word) ?? 0), 0);
  return (2 * common) / size;
}

const likenessOf = (a: Standing, b: Standing): number =>
  (likeness(a.sentence, b.sentence) + likeness(a.claim, b.claim)) / 2;

function standing(content: string, place: CitedPlace, sourceId: string): Standing {
  const { start, end } = place.sentence;
  return {
    place,
    sourceId,
    locator: place.item.locator?.value ?? null,
    sentence: countsOf(plainProse(content.slice(start, Math.min(end, start + LONGEST_COMPARED)))),
    claim: countsOf(place.claim),
  };
}

interface Match {
  before: number;
  after: number;
  value: number;
}

/** Pairs that may belong together, the likest first; of equals those that moved least. */
function matchesOf(before: readonly Standing[], after: readonly Standing[]): Match[] {
  const matches = after.flatMap((one, index) =>
    before.map((other, old) => {
      const same = one.sourceId === other.sourceId && one.locator === other.locator;
      return { before: old, after: index, value: same ? likenessOf(one, other) : 0 };
    }),
  );
  return matches
    .filter(({ value }) => value >= SIMILAR)
    .sort(
      (a, b) => b.value - a.value || Math.abs(a.before - a.after) - Math.abs(b.before - b.after),
    );
}

/** For each citation of the new text the one of the old text that it continues. */
function continued(before: readonly Standing[], after: readonly Standing[]): Map<number, number> {
  const matches = matchesOf(before, after);
  const found = new Map<number, number>();
  const taken = new Set<number>();
  for (const match of matches) {
    if (found.has(match.after) || taken.has(match.before)) continue;
    found.set(match.after, match.before);
    taken.add(match.before);
  }
  // A sentence that was divided or copied rests on the same passage in each of its parts
  for (const match of matches) {
    if (!found.has(match.after)) found.set(match.after, match.before);
  }
  return found;
}

/**
 * What the citations of an edited text rest on: one that still stands in the same or a similar
 * sentence keeps its own passage, wherever that has moved; a new one rests on its source as a
 * whole. Evidence never passes from one source to another.
 * @param idOf identifiers of the document's sources by key; every key of `content` has one
 */
export function carryEvidence(
  content: string,
  before: EvidencedText,
  idOf: ReadonlyMap<string, string>,
  language: DocumentLanguage,
): CarriedEvidence[] {
  const old = citedPlaces(before.content, language)
    .slice(0, before.evidence.length)
    .map((place, ordinal) =>
      standing(before.content, place, before.evidence[ordinal]?.sourceId ?? ''),
    );
  const fresh = citedPlaces(content, language).map((place) =>
    standing(content, place, idOf.get(place.item.key) ?? ''),
  );
  const links = continued(old, fresh);
  return fresh.map(({ place, sourceId, locator }, ordinal) => {
    const from = links.get(ordinal);
    const kept = from === undefined ? undefined : before.evidence[from];
    return {
      place,
      evidence: kept ?? wholeSource(sourceId, locator),
      sameClaim: from !== undefined && old[from]?.place.claim === place.claim,
    };
  });
}
