import type { DocumentLanguage } from '../common';
import { leansOnContext } from './dangling-openings';

/** A full stop after these does not end a sentence; the platform's segmenter thinks it does. */
const ABBREVIATION =
  /(?:^|[\s(])(?:e\.\s?g|i\.\s?e|et\s+al|cf|vs|ca|approx|resp|figs?|eqs?|nos?|pp?|vols?|chap|eds?|dr|prof|st|mr|mrs|z\.\s?b|u\.\s?a|d\.\s?h|bzw|vgl|nr|bd|abb|tab|ecc|es|pag|cap|sig|sra|núm|pág|m|mme|др|ін|напр|див|рис|табл|стор|с|ст|р|рр|проф|тобто|např|tzv|tj|str|obr|č|\p{Lu})\.\s*$/iu;

const LONGEST_ABBREVIATION = 60;

/** The sentences of a text, each as it stands there without the space around it. */
export function splitSentences(text: string, language: DocumentLanguage): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const sentences: string[] = [];
  let pending = '';
  for (const { segment } of segmenter.segment(text)) {
    pending += segment;
    if (ABBREVIATION.test(pending.slice(-LONGEST_ABBREVIATION))) continue;
    sentences.push(pending.trim());
    pending = '';
  }
  if (pending.trim() !== '') sentences.push(pending.trim());
  return sentences;
}

/** Has a meaning of its own in Markdown or in a Pandoc citation, or hides what it stands for. */
const MARKUP = /[[\]{}<>@*_`#|~^\\$]|https?:|www\./u;
const SENTENCE_SHAPE = /^[\p{Lu}][^\n]*[\p{L}\p{N})»”“"’%][.!?]$/u;
/** A reference of the source's own (a year or a number in brackets), or to its figures. */
const OWN_REFERENCE =
  /\([^()]*\b(?:1[6-9]|20)\d\d[a-z]?\b[^()]*\)|\(\d{1,3}\)|\b(?:fig|figure|table|eq|abb|tab|рис|табл|obr)\.?\s*\d|\bet al\b|\bibid\b|\bcopyright\b|©|\b[ps]\. \d/iu;
const MIN_WORDS = 6;
const MAX_WORDS = 55;
const MAX_DIGIT_SHARE = 0.12;

function isBalanced(sentence: string): boolean {
  const count = (mark: string) => sentence.split(mark).length;
  const pairs = ['()', '«»', '“”'] as const;
  return (
    pairs.every(([open, close]) => count(open ?? '') === count(close ?? '')) && count('"') % 2 === 1
  );
}

/**
 * Whether a sentence can stand outside its text: whole, plain, self-contained, without a reference
 * that only its source can resolve.
 */
export function canStandAlone(sentence: string, language: DocumentLanguage): boolean {
  const words = sentence.split(/\s+/).length;
  const digits = sentence.replace(/\D/g, '').length;
  return (
    words >= MIN_WORDS &&
    words <= MAX_WORDS &&
    digits <= sentence.length * MAX_DIGIT_SHARE &&
    SENTENCE_SHAPE.test(sentence) &&
    !MARKUP.test(sentence) &&
    !OWN_REFERENCE.test(sentence) &&
    !leansOnContext(sentence, language) &&
    isBalanced(sentence)
  );
}
