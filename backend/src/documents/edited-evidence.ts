import {
  type CitableSource,
  gradeCitations,
  lowerOf,
  toCitableSource,
  UNCHECKED,
} from '../citations';
import type { DocumentLanguage } from '../common';
import type { Passage, SourceRecord } from '../sources';
import { type CarriedEvidence, carryEvidence, type EvidencedText } from './carry-evidence';
import type { CitationEvidence } from './section-text';

const NOBODY: Pick<CitableSource, 'authors' | 'year'> = { authors: [], year: null };

interface Known {
  sources: readonly SourceRecord[];
  /** The passages that the evidence of the old text names, by id. */
  passages: ReadonlyMap<string, Passage>;
  language: DocumentLanguage;
}

/**
 * The evidence of a person's edit, graded anew by the words. What a model has found wanting stays
 * so while the very same words stand there.
 * @param offered texts that were taken over from, for citations that are not from the old one
 */
export function evidenceOfEdit(
  content: string,
  before: EvidencedText,
  { sources, passages, language }: Known,
  offered: readonly EvidencedText[] = [],
): CitationEvidence[] {
  const idOf = new Map(sources.map(({ key, id }) => [key, id]));
  const citable = new Map(sources.map((source) => [source.key, toCitableSource(source)]));
  const others = offered.map((text) => carryEvidence(content, text, idOf, language));
  const carried = carryEvidence(content, before, idOf, language).map((own, ordinal) => {
    const rests = ({ evidence }: CarriedEvidence) => evidence.passageId !== null;
    return rests(own) ? own : (others.flatMap((one) => one[ordinal] ?? []).find(rests) ?? own);
  });
  const supports = gradeCitations(
    carried.map(({ place, evidence: { passageId } }) => ({
      place,
      source: citable.get(place.item.key) ?? NOBODY,
      passage: passages.get(passageId ?? '')?.text ?? null,
    })),
    language,
  );
  return carried.map(({ evidence, sameClaim }, ordinal) => {
    const { state, score } = supports[ordinal] ?? UNCHECKED;
    const modelChecked = sameClaim && evidence.modelChecked;
    const opinion = modelChecked ? evidence.state : 'unchecked';
    return { ...evidence, score, state: lowerOf(state, opinion), modelChecked };
  });
}
