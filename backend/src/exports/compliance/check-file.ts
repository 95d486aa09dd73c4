import type { Formatting, Rule } from '../../requirements';
import type { DocumentModel } from '../model/document-model';
import { familyOf } from '../pdf/fonts';
import * as captions from './caption.checks';
import * as content from './content.checks';
import type { FileFacts } from './facts';
import { findingOutcomes } from './finding-outcomes';
import * as headings from './heading.checks';
import { compare, compareMeasure, millimetres } from './measures.check';
import * as numbers from './number.checks';
import type { RuleOutcome, Verdict } from './outcome';
import { checkMargin, checkPageSize } from './page.checks';

type Check<Value> = (expected: Value, facts: FileFacts, model: DocumentModel) => Verdict;

const size = (observed: FileFacts['bodySizes'], expected: number, facts: FileFacts) =>
  compareMeasure(observed, expected, {
    ...facts,
    precision: { ...facts.precision, points: 0.25 },
  });

/** A check for every rule there is: a rule without one would not compile. */
const CHECKS: { [Name in Rule]: Check<NonNullable<Formatting[Name]>> } = {
  pageSize: (_, facts, { layout }) => checkPageSize(facts, layout),
  marginTop: (_, facts, { layout }) => checkMargin('top', facts, layout),
  marginRight: (_, facts, { layout }) => checkMargin('right', facts, layout),
  marginBottom: (_, facts, { layout }) => checkMargin('bottom', facts, layout),
  marginLeft: (_, facts, { layout }) => checkMargin('left', facts, layout),
  font: (name, facts) =>
    compare(
      facts.fonts,
      // in a PDF an open typeface of the same widths stands for it
      (font) => font === name || font === familyOf(name),
      (font) => font,
      facts,
    ),
  fontSize: (expected, facts) => size(facts.bodySizes, expected, facts),
  footnoteSize: (expected, facts) => size(facts.noteSizes, expected, facts),
  tableSize: (expected, facts) => size(facts.tableSizes, expected, facts),
  lineSpacing: (expected, facts) =>
    compare(
      facts.lineSpacings,
      (spacing) => Math.abs(spacing - expected) <= 0.03,
      (spacing) => spacing.toFixed(2),
      facts,
    ),
  paragraphIndent: (_, facts, { layout }) =>
    compareMeasure(facts.indents, layout.firstLineIndent, facts, millimetres),
  alignment: (expected, facts) =>
    compare(
      facts.alignments,
      (alignment) => alignment === expected,
      (alignment) => alignment,
      facts,
    ),
  chapterSize: (expected, facts) => headings.checkHeadingSize(facts, 1, expected),
  chapterBold: (expected, facts) => headings.checkHeadingBold(facts, 1, expected),
  chapterCapitals: (expected, facts) => headings.checkCapitals(facts, expected),
  chapterAlignment: (expected, facts) => headings.checkHeadingAlignment(facts, 1, expected),
  chapterOnNewPage: (expected, facts) => headings.checkNewPage(facts, expected),
  headingSize: (expected, facts) => headings.checkHeadingSize(facts, 2, expected),
  headingBold: (expected, facts) => headings.checkHeadingBold(facts, 2, expected),
  headingAlignment: (expected, facts) => headings.checkHeadingAlignment(facts, 2, expected),
  headingNumbering: (expected, facts) => headings.checkNumbering(facts, expected),
  pageNumberPosition: (expected, facts) => numbers.checkPosition(facts, expected),
  pageNumbersFrom: (expected, facts) => numbers.checkFrom(facts, expected),
  frontMatterNumbers: (expected, facts) => numbers.checkFrontNumbers(facts, expected),
  partOrder: (expected, facts) => content.checkOrder(facts, expected),
  titlePageFields: (expected, facts, model) => content.checkTitlePage(facts, model, expected),
  citationStyle: (expected, facts, model) => content.checkStyle(facts, model, expected),
  lengthPages: (expected, { bodyPages }) => content.checkLength(bodyPages, expected, 'pages'),
  lengthWords: (expected, { body }) =>
    content.checkLength(content.wordsIn(body), expected, 'words'),
  lengthCharacters: (expected, { body }) =>
    content.checkLength(body.length, expected, 'characters'),
  lengthCharactersNoSpaces: (expected, { body }) =>
    content.checkLength(body.replace(/\s/g, '').length, expected, 'characters'),
  tableCaption: (expected, facts) => captions.checkCaptionPlace(facts, 'table', expected),
  figureCaption: (expected, facts) => captions.checkCaptionPlace(facts, 'figure', expected),
  captionNumbering: (expected, facts) => captions.checkCaptionNumbers(facts, expected),
};

const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));

/** What a file does with each rule that is stated, and what of its text could not be set. */
export function checkFile(
  formatting: Formatting,
  facts: FileFacts,
  model: DocumentModel,
): RuleOutcome[] {
  const stated = (Object.keys(CHECKS) as Rule[]).filter((rule) => formatting[rule] !== undefined);
  const outcomes = stated.map((rule) => ({
    rule,
    expected: shown(formatting[rule]),
    ...(CHECKS[rule] as Check<unknown>)(formatting[rule], facts, model),
  }));
  return [...outcomes, ...findingOutcomes(model)];
}
