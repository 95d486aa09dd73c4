import { type ChangeObject, diffArrays, diffWordsWithSpace } from 'diff';

/** A part that stands in both texts. */
export interface KeptPart {
  before: number;
  after: number;
  length: number;
}

/**
 * A comparison that takes longer is given up, and what it was about counts as changed: texts come
 * from outside, and the worst of them takes quadratic time.
 */
const LONGEST_MS = 25;

const WORD = /[\p{L}\p{N}]/u;

type Change = ChangeObject<string | string[]>;

const textOf = ({ value }: Change): string => (typeof value === 'string' ? value : value.join(''));

/** Two sentences on one subject share some words without one having come out of the other. */
const LEAST_SHARE = 0.5;

function isChance(changes: readonly Change[], before: string, after: string): boolean {
  const kept = changes
    .filter(({ added, removed }) => !added && !removed)
    .reduce((sum, change) => sum + textOf(change).length, 0);
  return kept < LEAST_SHARE * Math.min(before.length, after.length);
}

class Comparison {
  readonly kept: KeptPart[] = [];
  private readonly deadline = performance.now() + LONGEST_MS;
  private before = 0;
  private after = 0;

  private get timeout(): number {
    return Math.max(0, this.deadline - performance.now());
  }

  paragraphs(before: string, after: string): void {
    const lines = (text: string) => text.split(/(?<=\n)/);
    const { timeout } = this;
    const changes = diffArrays(lines(before), lines(after), { timeout });
    if (changes === undefined) this.words(before, after);
    else this.walk(changes, (removed, added) => this.words(removed, added));
  }

  private words(before: string, after: string): void {
    const { timeout } = this;
    const changes = timeout > 0 ? diffWordsWithSpace(before, after, { timeout }) : undefined;
    if (changes === undefined || isChance(changes, before, after)) this.skip(before, after);
    else this.walk(changes, (removed, added) => this.skip(removed, added));
  }

  /** What is in both is noted; what was replaced by what is told to `onChange`. */
  private walk(
    changes: readonly Change[],
    onChange: (removed: string, added: string) => void,
  ): void {
    let removed = '';
    let added = '';
    const tell = () => {
      if (removed !== '' || added !== '') onChange(removed, added);
      removed = '';
      added = '';
    };
    for (const change of changes) {
      const text = textOf(change);
      if (change.removed) removed += text;
      else if (change.added) added += text;
      else {
        tell();
        this.keep(text);
      }
    }
    tell();
  }

  private keep(text: string): void {
    // Spaces and full stops between new words are no one's
    if (WORD.test(text)) {
      this.kept.push({ before: this.before, after: this.after, length: text.length });
    }
    this.skip(text, text);
  }

  private skip(removed: string, added: string): void {
    this.before += removed.length;
    this.after += added.length;
  }
}

/** The parts of `before` that stand in `after`, in order; never overlapping. */
export function keptParts(before: string, after: string): KeptPart[] {
  const comparison = new Comparison();
  comparison.paragraphs(before, after);
  return comparison.kept;
}
