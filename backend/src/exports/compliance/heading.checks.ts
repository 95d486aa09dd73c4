import type { FileFacts, HeadingFacts } from './facts';
import { compare, compareMeasure } from './measures.check';
import { met, notCheckable, type Verdict } from './outcome';

const observed = <Value>(headings: readonly HeadingFacts[], of: (one: HeadingFacts) => Value) =>
  headings.map((one) => ({ value: of(one), where: one.where, count: 1 }));

const atLevel = ({ headings }: FileFacts, level: 1 | 2) =>
  headings.filter((heading) => heading.level === level);

const yesNo = (value: boolean) => (value ? 'yes' : 'no');

export const checkHeadingSize = (facts: FileFacts, level: 1 | 2, expected: number): Verdict =>
  compareMeasure(
    observed(atLevel(facts, level), ({ size }) => size),
    expected,
    {
      ...facts,
      precision: { ...facts.precision, points: 0.25 },
    },
  );

export const checkHeadingBold = (facts: FileFacts, level: 1 | 2, expected: boolean): Verdict =>
  compare(
    observed(atLevel(facts, level), ({ bold }) => bold),
    (bold) => bold === expected,
    yesNo,
    facts,
  );

export const checkCapitals = (facts: FileFacts, expected: boolean): Verdict =>
  compare(
    observed(atLevel(facts, 1), ({ capitals }) => capitals),
    (capitals) => capitals === expected,
    yesNo,
    facts,
  );

export const checkHeadingAlignment = (
  facts: FileFacts,
  level: 1 | 2,
  expected: 'left' | 'center' | 'right',
): Verdict =>
  compare(
    observed(atLevel(facts, level), ({ alignments }) => alignments),
    (alignments) => alignments.includes(expected),
    (alignments) => alignments.join(' or '),
    facts,
  );

/** Of the chapters after the first, which always begins a page. */
export function checkNewPage(facts: FileFacts, expected: boolean): Verdict {
  const chapters = atLevel(facts, 1)
    .filter(({ isSection }) => isSection)
    .slice(1);
  if (!expected) {
    // that a chapter happens to begin a page breaks no rule
    const all = chapters.every(({ onNewPage }) => onNewPage);
    if (chapters.length < 3 || all) return notCheckable('too_few_chapters');
    return met('no');
  }
  return compare(
    observed(chapters, ({ onNewPage }) => onNewPage),
    (onNewPage) => onNewPage,
    yesNo,
    facts,
  );
}

const NUMBERINGS = {
  none: /^(?!\d+(?:\.\d+)*\.?\s)/u,
  decimal: /^\d+(?:\.\d+)*\s/u,
  decimal_point: /^\d+(?:\.\d+)*\.\s/u,
  chapter_word: /^(?:\p{L}+\s\d+\.\s|\d+\.\d+\s)/u,
} as const;

export function checkNumbering(facts: FileFacts, expected: keyof typeof NUMBERINGS): Verdict {
  const sections = facts.headings.filter(({ isSection }) => isSection);
  return compare(
    observed(sections, ({ text }) => text),
    (text) => NUMBERINGS[expected].test(text),
    (text) => text.slice(0, 40),
    facts,
  );
}
