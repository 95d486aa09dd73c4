/** From fewer a model would rather begin anew than go on. */
const FEWEST_WORDS = 3;
/** Of the end, that a model repeats to show that it goes on there. */
const REPEATED_WORDS = 3;
/** Some repeat more than they are told. */
const MOST_REPEATED = 12;

const WORD = /\p{L}[\p{L}\p{M}\p{N}’'ʼ-]*/gu;
const CITATION = /\[[^\]]*\]/g;
const UNFINISHED_WORD = /\S*$/u;
/** What a sentence may end with: a full stop of an abbreviation cannot be told from it. */
const LIKE_AN_END = /\S*[.!?…]["”»“]?\s*$/u;
/** Brackets, and runs of what Markdown sets around words. A bullet and `snake_case` are neither. */
const MARKS =
  /[[\]]|(?<![\p{L}\p{N}*_`$~])[*_`$~]+(?![\s*_`$~])|(?<!^\s*)[*_`$~]+(?![\p{L}\p{N}*_`$~])/gmu;
const TABLE = /^[ \t]*\|[^]*/mu;

/** Where the first mark stands that is not closed; undefined when all are. */
function firstOpen(text: string): number | undefined {
  const open: { mark: string; at: number }[] = [];
  for (const { 0: mark, index: at } of text.matchAll(MARKS)) {
    const opening = mark === ']' ? '[' : mark;
    const opened = mark === '[' ? -1 : open.findLastIndex((one) => one.mark === opening);
    if (opened >= 0) open.splice(opened);
    else if (mark !== ']') open.push({ mark, at });
  }
  return open[0]?.at;
}

/** Without its end, as long as that is half a word, half a citation or might be a whole sentence. */
function withoutLooseEnd(text: string): string {
  const whole = text.slice(0, firstOpen(text)).replace(UNFINISHED_WORD, '');
  const kept = whole.replace(LIKE_AN_END, '');
  return kept === text ? kept : withoutLooseEnd(kept);
}

/**
 * The whole words that an answer begins with, with the white space behind them, up to where a citation or
 * an emphasis is still open; empty when they are too few. Half a table cannot be gone on with.
 */
export function begunSentence(text: string): string {
  const kept = withoutLooseEnd(text.replace(TABLE, ''));
  const words = kept.replace(CITATION, '').match(WORD)?.length ?? 0;
  return words < FEWEST_WORDS ? '' : kept;
}

const wordsOf = (text: string): string[] => text.trim().split(/\s+/u);

/** The words by which a model shows that it goes on behind them. */
export function lastWords(before: string): string {
  return wordsOf(before).slice(-REPEATED_WORDS).join(' ');
}

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** What comes behind the last words of `before` where `next` repeats them; else undefined. */
function behindRepeated(before: string, next: string): string | undefined {
  const words = wordsOf(before).slice(-MOST_REPEATED);
  for (let from = 0; from < words.length; from += 1) {
    const repeated = words.slice(from).map(escaped).join('\\s+');
    const pattern = new RegExp(`^["“”„«»….\\s]*${repeated}(?![\\p{L}\\p{N}])["”»“…]*`, 'iu');
    const found = pattern.exec(next);
    if (found !== null) return next.slice(found[0].length);
  }
  return undefined;
}

const BEGINS_A_TEXT = /^(?:\p{Lu}|#|>|\||[-*+]\s|\d+[.)]\s)/u;
const STANDS_CLOSE = /^[,.;:!?…)\]]/u;

/**
 * A begun sentence and what a model went on with. One that neither repeats the last words nor begins
 * in the middle of a sentence has written another beginning, which is then the only one.
 */
export function sentenceJoined(before: string, next: string): string {
  const behind = behindRepeated(before, next);
  if (behind === undefined && BEGINS_A_TEXT.test(next)) return next;
  const kept = before.trimEnd();
  const rest = (behind ?? next).trimStart();
  if (rest === '') return kept;
  if (STANDS_CLOSE.test(rest)) return `${kept}${rest}`;
  return `${kept}${before.slice(kept.length) || ' '}${rest}`;
}
