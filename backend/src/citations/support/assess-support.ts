import type { DocumentLanguage } from '../../common';
import {
  foldWord,
  lexiconFor,
  lexiconOf,
  sameWord,
  splitSentences,
  stemsOf,
  wordsOf,
} from '../../language';
import { namesOf, numbersOf, numeralsOf } from './facts';
import { contradicts, withoutNegation } from './polarity';
import { withoutSignposts } from './signposts';
import { lowered, type Support, UNCHECKED } from './support-state';
import { WordList } from './word-list';
import { byLanguage } from './wording';

/** What has to be known beside a sentence and its passage. */
export interface SupportContext {
  /** Of the document. */
  language: DocumentLanguage;
  /** Authors and year of the cited source: a sentence may name these without its passage. */
  known: readonly string[];
  /** Passages of the other sources that are cited for the same words. */
  companions: readonly string[];
}

/**
 * Chosen with the cases in `support-cases.ts`: what a passage carries has most of the sentence's
 * words there, what it does not carry has few.
 */
const SUPPORTED = 0.72;
const WEAK = 0.34;
/** Below this share of its own, a source cited beside others does not profit from them. */
const OWN_SHARE = 0.25;
/** A sentence of the passage with less in common does not speak about the same. */
const SAME_SUBJECT = 0.4;
/** So many function words of another language tell that a text is in it. */
const TELLING_WORDS = 3;

const reporting = byLanguage((wording) => new WordList(wording.reporting));

function languageOf(text: string, fallback: DocumentLanguage): DocumentLanguage {
  const { language, isStopWord } = lexiconFor(text, fallback);
  const telling = wordsOf(text).filter((word) => isStopWord(word)).length;
  return telling >= TELLING_WORDS ? language : fallback;
}

/** French and Italian write a short word and the next as one: `n’améliore`, `dell’allievo`. */
const ELISION =
  /(?<![\p{L}\p{M}])(?:\p{L}{1,2}|qu|lorsqu|puisqu|dell|nell|all|sull|dall|coll)['’](?=\p{L})/giu;

const foldedStems = (text: string, language: DocumentLanguage): string[] => [
  ...new Set(
    stemsOf(text.replace(ELISION, ' '), lexiconOf(language)).map((stem) =>
      withoutNegation(foldWord(stem), language),
    ),
  ),
];

const QUOTED = /[“«„"]\s*([^“”«»„"]{12,}?)[.,;]?\s*[”»“"]/u;
/** What leads to a quotation (`Elsewhere one reads:`) has no more words than this. */
const LONGEST_LEAD = 4;

/** The literal words of the passage alone, where a claim is hardly more than their quotation. */
function quotedOrWhole(claim: string, passage: string, language: DocumentLanguage): string {
  const quotation = QUOTED.exec(claim);
  const words = quotation?.[1] ?? '';
  const squeezed = (text: string) => text.replace(/\s+/g, ' ');
  if (words === '' || !squeezed(passage).includes(squeezed(words))) return claim;
  const lead = foldedStems(claim.replace(quotation?.[0] ?? '', ' '), language);
  return lead.length <= LONGEST_LEAD ? words : claim;
}

const hasWord = (words: readonly string[], word: string, language: DocumentLanguage): boolean =>
  words.some((other) => sameWord(word, other, language));

/**
 * The words of a claim that say something about its subject. Names and numbers are looked at apart,
 * and what is known of the source needs no passage.
 */
function subjectWords(claim: string, known: readonly string[], language: DocumentLanguage) {
  const names = [...known, ...namesOf(claim, language)];
  const words = wordsOf(claim.replace(ELISION, ' ')).filter(
    (word) =>
      !/^\d/.test(word) && !reporting[language].has(word) && !names.includes(foldWord(word)),
  );
  return foldedStems(words.join(' '), language);
}

function covered(words: readonly string[], text: string, language: DocumentLanguage): Set<string> {
  const stems = foldedStems(text, language);
  return new Set(words.filter((word) => hasWord(stems, word, language)));
}

/** The sentence of a passage that has most words of the claim, if it speaks about the same. */
function counterpart(words: readonly string[], passage: string, language: DocumentLanguage) {
  const [closest] = splitSentences(passage, language)
    .map((text) => ({ text, share: covered(words, text, language).size / words.length }))
    .sort((a, b) => b.share - a.share);
  return closest !== undefined && closest.share >= SAME_SUBJECT ? closest.text : undefined;
}

/** Numbers and names of a claim that stand nowhere in what is cited for it. */
function lacksFacts(
  claim: string,
  passage: string,
  { known, companions }: SupportContext,
  language: DocumentLanguage,
): { numbers: boolean; names: boolean } {
  const cited = [passage, ...companions, ...known].join('\n');
  const numbers = numbersOf(cited, language);
  const words = wordsOf(cited).map(foldWord);
  return {
    numbers: numeralsOf(claim).some((number) => !numbers.has(number)),
    names: namesOf(claim, language).some((name) => !hasWord(words, name, language)),
  };
}

function shareOf(
  words: readonly string[],
  passage: string,
  { companions }: SupportContext,
  language: DocumentLanguage,
): number {
  const own = covered(words, passage, language);
  const alone = own.size / words.length;
  if (companions.length === 0 || alone < OWN_SHARE) return alone;
  const shared = covered(words, companions.join('\n'), language);
  const left = words.filter((word) => own.has(word) || !shared.has(word));
  return own.size / Math.max(1, left.length);
}

/**
 * How far `passage` carries `text`, by their words: the same everywhere, and without any model.
 * A number or a name that the passage lacks lowers the state by one each, and so does a negation,
 * or a turn from more to less, on one side only. A passage in another language than the
 * document and the claim cannot be compared by words: it stays unchecked.
 */
export function assessSupport(text: string, passage: string, context: SupportContext): Support {
  const stated = withoutSignposts(text);
  const language = languageOf(passage, context.language);
  // A sentence may be in its document's language, or quote a passage in that one's
  const comparable = [context.language, languageOf(stated, context.language)].includes(language);
  if (!comparable) return UNCHECKED;
  const claim = quotedOrWhole(stated, passage, language);
  const known = context.known.flatMap((name) => wordsOf(name)).map(foldWord);
  const words = subjectWords(claim, known, language);
  const { numbers, names } = lacksFacts(claim, passage, context, language);
  if (words.length === 0) return UNCHECKED;
  const score = shareOf(words, passage, context, language);
  const grade = score >= SUPPORTED ? 'supported' : score >= WEAK ? 'weak' : 'unsupported';
  const same = counterpart(words, passage, language);
  const turned = same !== undefined && contradicts(claim, same, language);
  const steps = [numbers, names, turned].filter(Boolean).length;
  return { state: lowered(grade, steps), score: Math.round(score * 100) / 100 };
}
