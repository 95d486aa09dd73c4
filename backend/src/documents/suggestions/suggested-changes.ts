import { diffArrays } from 'diff';

/** One change of a suggestion: `insert` comes in the place of `original[start, end)`. */
export interface SuggestedChange {
  /** In UTF-16 code units of the original; `end` is exclusive. */
  start: number;
  end: number;
  /** Empty for what is only taken away. */
  insert: string;
}

interface Span {
  start: number;
  end: number;
}

/** What is changed as a whole: a citation, code, a formula, a link, an emphasis, a word, spaces. */
const TOKEN =
  /!?\[[^[\]\n]*\](?:\([^()\n]*\)|\{[^{}\n]*\})?|`[^`\n]*`|\$[^$\n]+\$|(\*{1,3}|_{1,3})[^*_\n]{1,300}\1|[\p{L}\p{N}][\p{L}\p{N}\p{M}'’ʼ-]*|\n+|[^\S\n]+|./gsu;

const tokensOf = (text: string): string[] => text.match(TOKEN) ?? [];

/** A comparison that takes longer is given up: the whole is one change then. */
const LONGEST_MS = 200;
const WORD = /[\p{L}\p{N}]/u;

/** Between two changes: too little to be shown as kept, unless it is a citation or a new line. */
const isLittle = (tokens: readonly string[]): boolean =>
  tokens.filter((token) => WORD.test(token)).length < 2 &&
  !tokens.some((token) => token.includes('\n') || token.startsWith('['));

/** Neighbouring changes as one, so that one decides on phrases and not on confetti. */
function joined(original: string, changes: readonly SuggestedChange[]): SuggestedChange[] {
  const result: SuggestedChange[] = [];
  for (const change of changes) {
    const last = result.at(-1);
    const between = last === undefined ? '' : original.slice(last.end, change.start);
    if (last === undefined || !isLittle(tokensOf(between))) result.push({ ...change });
    else {
      last.end = change.end;
      last.insert += between + change.insert;
    }
  }
  return result.map((change) => trimmed(original, change));
}

/** Without the spaces that both begin and end with. */
function trimmed(original: string, { start, end, insert }: SuggestedChange): SuggestedChange {
  const gone = original.slice(start, end);
  const isSpace = (one: string, other: string) => one === other && one.trim() === '' && one !== '';
  let [head, tail] = [0, 0];
  while (isSpace(gone.charAt(head), insert.charAt(head))) head += 1;
  const most = Math.min(gone.length, insert.length) - head;
  while (
    tail < most &&
    isSpace(gone.charAt(gone.length - 1 - tail), insert.charAt(insert.length - 1 - tail))
  )
    tail += 1;
  return {
    start: start + head,
    end: end - tail,
    insert: insert.slice(head, insert.length - tail),
  };
}

/** What makes `proposed` of `original`, in order and never touching each other. */
export function changesBetween(original: string, proposed: string): SuggestedChange[] {
  const whole = [{ start: 0, end: original.length, insert: proposed }];
  const options = { timeout: LONGEST_MS };
  const parts = diffArrays(tokensOf(original), tokensOf(proposed), options);
  if (parts === undefined) return whole;
  const changes: SuggestedChange[] = [];
  let at = 0;
  let open: SuggestedChange | null = null;
  for (const { added, removed, value } of parts) {
    const text = value.join('');
    if (!added && !removed) {
      open = null;
      at += text.length;
      continue;
    }
    if (open === null) changes.push((open = { start: at, end: at, insert: '' }));
    if (added) open.insert += text;
    else open.end = at += text.length;
  }
  return joined(original, changes);
}

/** The original with those of the changes whose indices are `taken`, and where what they insert stands. */
export function withChanges(
  original: string,
  changes: readonly SuggestedChange[],
  taken: readonly number[],
): { text: string; inserted: Span[] } {
  let text = '';
  let done = 0;
  const inserted: Span[] = [];
  changes.forEach(({ start, end, insert }, index) => {
    if (!taken.includes(index)) return;
    text += original.slice(done, start);
    if (insert !== '') inserted.push({ start: text.length, end: text.length + insert.length });
    text += insert;
    done = end;
  });
  return { text: text + original.slice(done), inserted };
}

/** Where a piece stands in a text, nearest to `near`; null where it does not stand there any more. */
export function placeOf(text: string, piece: string, near: number): Span | null {
  if (piece === '') return null;
  let best: number | null = null;
  for (let at = text.indexOf(piece); at !== -1; at = text.indexOf(piece, at + 1)) {
    if (best === null || Math.abs(at - near) < Math.abs(best - near)) best = at;
  }
  return best === null ? null : { start: best, end: best + piece.length };
}
