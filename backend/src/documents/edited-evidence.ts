import {
  type CitableSource,
  gradeCitations,
  lowerOf,
  toCitableSource,
  UNCHECKED,
} from '../citations';
import type { DocumentLanguage } from '../common';
import type { Passage, SourceRecord } from '../sources';
import { carryEvidence, type EvidencedText } from './carry-evidence';
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
 */
export function evidenceOfEdit(
  content: string,
  before: EvidencedText,
  { sources, passages, language }: Known,
): CitationEvidence[] {
  const idOf = new Map(sources.map(({ key, id }) => [key, id]));
  const citable = new Map(sources.map((source) => [source.key, toCitableSource(source)]));
  const carried = carryEvidence(content, before, idOf, language);
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
