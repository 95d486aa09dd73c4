import { sentenceSpans } from '../../citations';
import type { DocumentLanguage } from '../../common';
import type { Message } from '../tasks/messages';
import { begunSentence, lastWords, sentenceJoined } from './begun-sentence';
import type { Continuation } from './continuation';

const NEXT_SENTENCE =
  'Your answer broke off here. Go on with the next sentence, as if there had been no break: repeat nothing of it and say nothing about it.';

const SAME_SENTENCE = (words: string) =>
  `Your answer broke off here, in the middle of a sentence. Go on with this sentence as if there had been no break: begin with its last words, “${words}”, repeat nothing else of it and say nothing about it.`;

/** So much of the beginning tells that a model began anew instead of going on. */
const TELLTALE = 40;
/** Shorter repetitions may be meant. */
const SHORTEST_OVERLAP = 20;
const LONGEST_OVERLAP = 2000;

const ENDS_WHOLE = /[.!?…]["”»“]?$/u;
const LAST_SPACE = /\s*$/u;
const SPACES = /\s+/gu;

const endsWhole = (text: string): boolean => ENDS_WHOLE.test(text.trimEnd());

/**
 * What an answer that broke off holds in whole sentences, with the white space behind them; empty
 * when there is none.
 */
export function wholePart(text: string, language: DocumentLanguage): string {
  const spans = sentenceSpans(text, language);
  // Whether the last one is whole nobody knows: a full stop may belong to an abbreviation
  const last = spans.slice(0, -1).findLast(({ start, end }) => endsWhole(text.slice(start, end)));
  if (last === undefined) return '';
  const space = /^\s*/u.exec(text.slice(last.end))?.[0] ?? '';
  return text.slice(0, last.end + space.length);
}

/** The conversation in which a model goes on with what had come of its answer. */
function messages(whole: readonly Message[], before: string): readonly Message[] {
  const content = endsWhole(before) ? NEXT_SENTENCE : SAME_SENTENCE(lastWords(before));
  return [...whole, { role: 'assistant', content: before.trimEnd() }, { role: 'user', content }];
}

function overlap(before: string, after: string): number {
  const most = Math.min(before.length, after.length, LONGEST_OVERLAP);
  for (let length = most; length >= SHORTEST_OVERLAP; length -= 1) {
    if (before.endsWith(after.slice(0, length))) return length;
  }
  return 0;
}

function beginsAnew(before: string, next: string): boolean {
  const begun = before.replace(SPACES, ' ').trim().slice(0, TELLTALE);
  // A short sentence may be meant twice, its beginning not
  if (begun.length < TELLTALE && endsWhole(before)) return false;
  return next.slice(0, before.length).replace(SPACES, ' ').startsWith(begun);
}

/** Both parts as one text. Models also begin anew, or repeat the end, whatever they were told. */
function joined(before: string, after: string): string {
  const next = after.trimStart();
  if (beginsAnew(before, next)) return next;
  if (!endsWhole(before)) return sentenceJoined(before, next);
  const kept = before.trimEnd();
  const rest = next.slice(overlap(kept, next)).trimStart();
  if (rest === '') return kept;
  const space = LAST_SPACE.exec(before)?.[0] ?? '';
  return `${kept}${space === '' ? ' ' : space}${rest}`;
}

/**
 * Running text is gone on with behind its last whole sentence, and before the first one is whole
 * behind its last whole word.
 */
export function prose(language: DocumentLanguage): Continuation {
  const usable = (begun: string) => wholePart(begun, language) || begunSentence(begun);
  return { usable, messages, joined };
}
