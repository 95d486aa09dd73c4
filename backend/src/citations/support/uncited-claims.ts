import type { DocumentLanguage } from '../../common';
import { type CitedPlace, citedPlaces } from '../text/cited-places';
import { plainProse } from '../text/plain-prose';
import { sentenceSpans } from '../text/sentence-spans';
import { type ClaimReason, claimReason } from './claim-patterns';
import { withoutSignposts } from './signposts';

/** A sentence that states a fact and names no source for it. */
export interface UncitedClaim {
  start: number;
  /** Exclusive. */
  end: number;
  text: string;
  reason: ClaimReason;
  /** The citations that its paragraph goes on to: their ordinals. */
  next: number[];
}

const HEADING = /^\s*#{1,6}\s/;
const TABLE_RULE = /^[\s|:-]+$/;

/** The places that are cited next in the paragraph: all of its next cited sentence. */
function citedNext(markdown: string, end: number, places: readonly CitedPlace[]): number[] {
  const paragraph = markdown.indexOf('\n\n', end);
  const until = paragraph === -1 ? markdown.length : paragraph;
  const next = places.find(({ sentence }) => sentence.start >= end && sentence.start < until);
  if (next === undefined) return [];
  return places.flatMap(({ sentence }, ordinal) =>
    sentence.start === next.sentence.start ? [ordinal] : [],
  );
}

/**
 * Sentences with a figure, a year, a comparison or an appeal to research that have no citation in
 * them or directly behind. Several sentences may stand under one citation at their end:
 * `isCarried` is asked whether the citation of that ordinal carries an earlier sentence too.
 */
export function uncitedClaims(
  markdown: string,
  language: DocumentLanguage,
  isCarried: (sentence: string, ordinal: number) => boolean,
): UncitedClaim[] {
  const places = citedPlaces(markdown, language);
  return sentenceSpans(markdown, language).flatMap(({ start, end }) => {
    const text = markdown.slice(start, end);
    if (HEADING.test(text) || TABLE_RULE.test(text)) return [];
    if (places.some(({ sentence }) => sentence.start === start)) return [];
    const prose = plainProse(text);
    const reason = claimReason(withoutSignposts(prose), language);
    if (reason === null) return [];
    const next = citedNext(markdown, end, places);
    const carried = next.some((ordinal) => isCarried(prose, ordinal));
    return carried ? [] : [{ start, end, text, reason, next }];
  });
}
