import { type CitableSource, gradeCitations } from '../../citations';
import type { DocumentLanguage } from '../../common';
import type { CitationEvidence } from '../../documents';
import type { Passage } from '../../sources';
import { evidenceOf, type FoundEvidence } from '../citing/evidence';

/** A citation with its passage, and how far that carries it. */
export interface GradedEvidence extends FoundEvidence {
  evidence: CitationEvidence;
}

/** What a draft can be checked against. */
export interface Grounds {
  sources: readonly CitableSource[];
  passages: readonly Passage[];
  language: DocumentLanguage;
}

const NOBODY: Pick<CitableSource, 'authors' | 'year'> = { authors: [], year: null };

/** The evidence of each citation of a checked text, graded by its words. */
export function gradedEvidence(
  markdown: string,
  { sources, passages, language }: Grounds,
): GradedEvidence[] {
  const byKey = new Map(sources.map((source) => [source.key, source]));
  const found = evidenceOf(markdown, passages, language);
  const supports = gradeCitations(
    found.map(({ place, passage }) => ({
      place,
      source: byKey.get(place.item.key) ?? NOBODY,
      passage: passage.text,
    })),
    language,
  );
  return found.map((one, ordinal) => {
    const { place, passage, quotation, start, end } = one;
    const evidence: CitationEvidence = {
      sourceId: passage.sourceId,
      passageId: passage.id,
      locator: place.item.locator?.value ?? null,
      ...{ quotation, start, end },
      state: supports[ordinal]?.state ?? 'unchecked',
      score: supports[ordinal]?.score ?? null,
      modelChecked: false,
    };
    return { ...one, evidence };
  });
}
