import { diffWordsWithSpace } from 'diff';
import { countWords } from '../../../../../../backend/src/documents/count-words';

export interface WordChange {
  kind: 'kept' | 'removed' | 'added';
  text: string;
}

/** A comparison that takes longer is given up: nobody waits, and texts come from outside. */
const LONGEST_MS = 400;

/** Spaces between two changed words belong to the change; a new line stands out by itself. */
const ONLY_SPACES = /^[^\S\n]+$/;

interface Group {
  kept: boolean;
  removed: string;
  added: string;
}

/** Neighbouring changes as one, so that a reader sees phrases and no confetti. */
function grouped(before: string, after: string): Group[] {
  const changes = diffWordsWithSpace(before, after, { timeout: LONGEST_MS });
  if (changes === undefined) return [{ kept: false, removed: before, added: after }];
  const groups: Group[] = [];
  changes.forEach(({ added, removed, value }, at) => {
    const isBetween = at > 0 && at < changes.length - 1 && ONLY_SPACES.test(value);
    const kept = !added && !removed && !isBetween;
    const open = groups.at(-1);
    const group = open?.kept === false && !kept ? open : { kept, removed: '', added: '' };
    if (group !== open) groups.push(group);
    if (!added) group.removed += value;
    if (!removed) group.added += value;
  });
  return groups;
}

/** What was taken from and what was added to `before` to make it `after`, in reading order. */
export function wordChanges(before: string, after: string): WordChange[] {
  return grouped(before, after)
    .flatMap(({ kept, removed, added }): WordChange[] =>
      kept || removed === added
        ? [{ kind: 'kept', text: added }]
        : [
            { kind: 'removed', text: removed },
            { kind: 'added', text: added },
          ],
    )
    .filter(({ text }) => text !== '');
}

/** How many words one kind of change is about, counted as everywhere. */
export const wordsIn = (changes: readonly WordChange[], kind: WordChange['kind']): number =>
  changes
    .filter((change) => change.kind === kind)
    .reduce((sum, { text }) => sum + countWords(text), 0);

/** Such as one paragraph that became two. */
const ONLY_BREAKS = /^\s*\n\s*$/;

/**
 * The changes as they are shown: a mark ends with its line and begins with a word; a break that
 * alone was taken or added is shown by its sign.
 */
export const toPieces = (changes: readonly WordChange[]): WordChange[] =>
  changes.flatMap(({ kind, text }): WordChange[] => {
    if (kind === 'kept') return [{ kind, text }];
    if (ONLY_BREAKS.test(text)) {
      return [
        { kind, text: '¶' },
        { kind: 'kept', text },
      ];
    }
    return text
      .split(/(\n+)/)
      .filter((piece) => piece !== '')
      .map((piece) => ({ kind: piece.startsWith('\n') ? 'kept' : kind, text: piece }));
  });
