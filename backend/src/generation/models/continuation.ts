import { sentenceSpans } from '../../citations';
import type { DocumentLanguage } from '../../common';
import type { Message } from '../tasks/messages';

const GO_ON =
  'Your answer broke off here. Go on with the next sentence, as if there had been no break: repeat nothing of it and say nothing about it.';

/** So much of the beginning tells that a model began anew instead of going on. */
const TELLTALE = 40;
/** Shorter repetitions may be meant. */
const SHORTEST_OVERLAP = 20;
const LONGEST_OVERLAP = 2000;

const ENDS_WHOLE = /[.!?…]["”»“]?$/u;
const LAST_SPACE = /\s*$/u;

/**
 * What an answer that broke off holds in whole sentences, with the white space behind them; empty
 * when there is none.
 */
export function wholePart(text: string, language: DocumentLanguage): string {
  const spans = sentenceSpans(text, language);
  // Whether the last one is whole nobody knows: a full stop may belong to an abbreviation
  const last = spans
    .slice(0, -1)
    .findLast(({ start, end }) => ENDS_WHOLE.test(text.slice(start, end)));
  if (last === undefined) return '';
  const space = /^\s*/u.exec(text.slice(last.end))?.[0] ?? '';
  return text.slice(0, last.end + space.length);
}

/** The conversation in which a model goes on with what had come of its answer. */
export function continuing(messages: readonly Message[], before: string): readonly Message[] {
  if (before === '') return messages;
  return [
    ...messages,
    { role: 'assistant', content: before.trimEnd() },
    { role: 'user', content: GO_ON },
  ];
}

function overlap(before: string, after: string): number {
  const most = Math.min(before.length, after.length, LONGEST_OVERLAP);
  for (let length = most; length >= SHORTEST_OVERLAP; length -= 1) {
    if (before.endsWith(after.slice(0, length))) return length;
  }
  return 0;
}

/** Both parts as one text. Models also begin anew, or repeat the end, whatever they were told. */
export function joined(before: string, after: string): string {
  if (before === '') return after;
  const next = after.trimStart();
  const begunAnew = before.trimStart().slice(0, TELLTALE);
  if (begunAnew.length === TELLTALE && next.startsWith(begunAnew)) return next;
  const kept = before.trimEnd();
  const rest = next.slice(overlap(kept, next)).trimStart();
  if (rest === '') return kept;
  const space = LAST_SPACE.exec(before)?.[0] ?? '';
  return `${kept}${space === '' ? ' ' : space}${rest}`;
}
