import { paced } from '../../common';
import {
  BARRIER,
  type PlacedWord,
  placedWords,
  type SharedRun,
  ShingleIndex,
} from '../../language';
import type { Passage } from '../../sources';
import type { CheckedSection } from '../text-check';

/** Fewer words in a row are found in any two texts on one subject. */
export const FEWEST_COPIED = 12;

/** Words of a section that stand in a passage. */
export interface CopiedRun {
  sectionId: string;
  start: number;
  /** Exclusive. */
  end: number;
  /** In words. */
  length: number;
  passage: Passage;
}

interface SectionWord extends PlacedWord {
  sectionId: string;
}

type Found = Pick<SharedRun, 'indexed' | 'length'> & { passage: Passage };

/** The lines of a text with their places, barriers included. */
function* linesOf(text: string): Generator<{ line: string; from: number }> {
  for (const { index, 0: line } of text.matchAll(/[^\n]+/g)) yield { line, from: index };
}

/** A text's runs of words, with what passages were found to share with it. */
export class TextRuns {
  private readonly index = new ShingleIndex(FEWEST_COPIED);
  private readonly words: SectionWord[] = [];
  /** The longest find at each place: bounded by the text, however many passages there are. */
  private readonly found = new Map<number, Found>();

  static async of(sections: readonly CheckedSection[]): Promise<TextRuns> {
    const runs = new TextRuns();
    for (const { id, own } of sections) {
      await paced(linesOf(own), ({ line, from }) => {
        runs.add(id, placedWords(line), from);
      });
      runs.add(id, [{ word: BARRIER, start: 0, end: 0 }], own.length);
    }
    return runs;
  }

  compare(passage: Passage, words: readonly string[]): void {
    for (const { indexed, length } of this.index.runsIn(words)) {
      if ((this.found.get(indexed)?.length ?? 0) >= length) continue;
      this.found.set(indexed, { indexed, length, passage });
    }
  }

  /** What was found, in reading order; of those that overlap, the longest. */
  longest(): CopiedRun[] {
    const sorted = [...this.found.values()].sort((one, other) => one.indexed - other.indexed);
    const kept: Found[] = [];
    for (const one of sorted) {
      const last = kept.at(-1);
      if (last === undefined || last.indexed + last.length <= one.indexed) kept.push(one);
      else if (one.length > last.length) kept.splice(-1, 1, one);
    }
    return kept.flatMap((one) => this.placed(one) ?? []);
  }

  private add(sectionId: string, words: readonly PlacedWord[], from: number): void {
    this.index.add(words.map(({ word }) => word));
    for (const { word, start, end } of words) {
      this.words.push({ sectionId, word, start: from + start, end: from + end });
    }
  }

  private placed({ indexed, length, passage }: Found): CopiedRun | undefined {
    const first = this.words[indexed];
    const last = this.words[indexed + length - 1];
    if (first === undefined || last === undefined) return undefined;
    const { sectionId, start } = first;
    return { sectionId, start, end: last.end, length, passage };
  }
}
