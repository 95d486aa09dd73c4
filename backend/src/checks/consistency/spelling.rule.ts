import type { CheckFinding } from '../dto/checks';
import type { CheckedSection } from '../text-check';
import type { ConsistencyRule, RuleContext } from './rule';
import { sameSpelling } from './spellings';
import { Variants } from './variants';

const WORD = /\p{L}[\p{L}\p{M}]*(?:[-'’ʼ]\p{L}[\p{L}\p{M}]*)*/gu;

/** The same word with and without a hyphen, or in two spellings of its language. */
export class SpellingRule implements ConsistencyRule {
  private readonly variants = new Variants();

  constructor(private readonly context: RuleContext) {}

  take({ id: sectionId, own }: CheckedSection): void {
    for (const { index, 0: word } of own.matchAll(WORD)) {
      const same = sameSpelling(word, this.context.language);
      if (same === null) continue;
      const place = { sectionId, start: index, end: index + word.length };
      this.variants.add(same, word.toLowerCase(), place);
    }
  }

  findings(): CheckFinding[] {
    return [...this.variants.unusual()].flatMap(({ form, usual, places }) =>
      places.map((place) => {
        const message = `Spelt “${form}” here, and “${usual}” elsewhere.`;
        return { kind: 'spelling', ...place, message };
      }),
    );
  }
}
