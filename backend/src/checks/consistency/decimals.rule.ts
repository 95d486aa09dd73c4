import type { DocumentLanguage } from '../../common';
import type { CheckFinding } from '../dto/checks';
import type { CheckedSection } from '../text-check';
import type { ConsistencyRule, RuleContext } from './rule';
import { Variants } from './variants';

/**
 * Numbers with one sign in them that can only part decimals: three figures behind it may be
 * thousands. No dates, versions (`Web 2.0`), chapters or lists of numbers.
 */
const COMMA = /(?<![\p{L}\p{N}.,/-])\d{1,6},(?:\d{1,2}|\d{4,8})(?![\p{L}\p{N}/-]|[.,]\d)/gu;
const POINT =
  /(?<![\p{L}\p{N}.,/§-])(?<!\p{Lu}[\p{L}.]{0,20}\s|[Vv]ersion\s|§\s?)\d{1,6}\.(?:\d{1,2}|\d{4,8})(?![\p{L}\p{N}/-]|[.,]\d)/gu;
/** `3.5.` is a day in most languages. */
const DAY = /^\./;
const SIGNPOST =
  /(?:chapter|section|part|figure|table|kapitel|abschnitt|teil|abbildung|tabelle|chapitre|partie|figure|tableau|capítulo|sección|parte|figura|tabla|capitolo|sezione|tabella|розділ\p{L}*|підрозділ\p{L}*|рис\p{L}*|таблиц\p{L}*|kapitol\p{L}*|oddíl\p{L}*|tabulk\p{L}*|obr\p{L}*)\.?\s*$/iu;
const LONGEST_WORD = 20;

function isDecimal(text: string, start: number, end: number, language: DocumentLanguage): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_WORD), start);
  if (SIGNPOST.test(before)) return false;
  return language === 'en' || !DAY.test(text.slice(end, end + 1));
}

/** Numbers with a decimal comma in one place and a decimal point in another. */
export class DecimalsRule implements ConsistencyRule {
  private readonly variants = new Variants();

  constructor(private readonly context: RuleContext) {}

  take({ id: sectionId, own }: CheckedSection): void {
    const signs = [
      ['comma', COMMA],
      ['point', POINT],
    ] as const;
    for (const [sign, pattern] of signs) {
      for (const { index, 0: number } of own.matchAll(pattern)) {
        const end = index + number.length;
        if (sign === 'point' && !isDecimal(own, index, end, this.context.language)) continue;
        this.variants.add('number', sign, { sectionId, start: index, end });
      }
    }
  }

  findings(): CheckFinding[] {
    return [...this.variants.unusual()].flatMap(({ form, usual, places }) =>
      places.map((place) => {
        const message = `A decimal ${form} here, and a decimal ${usual} in other numbers.`;
        return { kind: 'decimals', ...place, message };
      }),
    );
  }
}
