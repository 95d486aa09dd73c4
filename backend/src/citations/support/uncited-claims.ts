import type { DocumentLanguage } from '../../common';
import { attributedNames } from '../names/attributed-names';
import type { KnownNames } from '../names/known-names';
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

/** What may stand for sentences that cite nothing themselves. */
export interface Grounds {
  /** Whether the citation of that ordinal carries an earlier sentence of its paragraph too. */
  isCarried: (sentence: string, ordinal: number) => boolean;
  /** Whom the text may name; without it names are not looked at. */
  names?: KnownNames;
}

/**
 * Sentences with a figure, a year, a comparison, an appeal to research or to somebody nobody knows
 * that have no citation in them or directly behind. Several sentences may stand under one citation
 * at their end.
 */
export function uncitedClaims(
  markdown: string,
  language: DocumentLanguage,
  { isCarried, names }: Grounds,
): UncitedClaim[] {
  const places = citedPlaces(markdown, language);
  const isForeign = (prose: string): boolean =>
    names !== undefined &&
    attributedNames(prose, language, markdown).some((name) => !names.has(name));
  return sentenceSpans(markdown, language).flatMap(({ start, end }) => {
    const text = markdown.slice(start, end);
    if (HEADING.test(text) || TABLE_RULE.test(text)) return [];
    if (places.some(({ sentence }) => sentence.start === start)) return [];
    const prose = plainProse(text);
    const stated = claimReason(withoutSignposts(prose), language);
    const reason = stated ?? (isForeign(prose) ? 'attribution' : null);
    if (reason === null) return [];
    const next = citedNext(markdown, end, places);
    const carried = next.some((ordinal) => isCarried(prose, ordinal));
    return carried ? [] : [{ start, end, text, reason, next }];
  });
}
