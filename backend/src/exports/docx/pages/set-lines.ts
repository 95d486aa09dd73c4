import { fontFaces, singleLine } from '../../typography/fonts';
import type { Inline, InlineText, Note } from '../../model/document-model';
import { LineBreaker, NOTE_SHARE } from '../line-breaker';
import { textWidth } from '../../typography/font-widths';
import { halfPoints, lineSpacing, twips } from '../units';
import { type FlowLine, type FlowNote, type FlowParagraph, Uncountable } from './flow';

/** Points as Word has them: lengths are twentieths, sizes halves. */
export const length = (points: number): number => twips(points) / 20;
const sizeOf = (points: number): number => halfPoints(points) / 2;
const multipleOf = (spacing: number): number => lineSpacing(spacing).line / 240;

/** How a paragraph is set; lengths in points, of the model, not yet rounded as Word has them. */
export interface Setting {
  font: string;
  size: number;
  spacing: number;
  width: number;
  /** More of the first line is taken; less than nothing where it hangs out. */
  indent?: number;
  justified?: boolean;
  before?: number;
  after?: number;
  keepNext?: boolean;
  keepLines?: boolean;
  onNewPage?: boolean;
  marks?: readonly string[];
}

/** What stands in a line as words do. */
function isPlain({ code, position, note, formula, text }: Inline): boolean {
  if (note !== undefined) return true;
  return !code && position === undefined && formula === undefined && !/[\n\t]/.test(text);
}

export const lineHeight = (font: string, size: number, spacing = 1): number =>
  singleLine(fontFaces(font)) * sizeOf(size) * multipleOf(spacing);

function brokenLines(text: InlineText, setting: Setting) {
  if (!text.every(isPlain)) throw new Uncountable('A line of more than words');
  const { font, width, indent = 0, justified = false } = setting;
  const size = sizeOf(setting.size);
  const breaker = new LineBreaker({ font, size, width: length(width), before: indent, justified });
  for (const inline of text) breaker.add(inline);
  const lines = breaker.end();
  if (!breaker.fits) throw new Uncountable('A word longer than a line');
  return lines;
}

/** How notes are set. */
export interface NoteSetting {
  font: string;
  size: number;
  width: number;
}

function noteOf({ number, text }: Note, { font, size, width }: NoteSetting): FlowNote {
  const { normal } = fontFaces(font);
  const mark = textWidth(String(number), normal, sizeOf(size) * NOTE_SHARE);
  const indent = mark + textWidth('\u00A0', normal, sizeOf(size));
  const lines = brokenLines(text, { font, size, width, indent, spacing: 1 }).length;
  return { lines, height: lines * lineHeight(font, size) };
}

/** How many lines a text takes, and how wide the last of them is. */
export function measured(text: InlineText, setting: Setting): { lines: number; last: number } {
  const lines = brokenLines(text, setting);
  return { lines: lines.length, last: lines.at(-1)?.width ?? 0 };
}

function linesOf(text: InlineText, setting: Setting, notes: NoteSetting): FlowLine[] {
  const { font, size, spacing } = setting;
  const height = lineHeight(font, size, spacing);
  const below = Math.max(0, height - lineHeight(font, size));
  return brokenLines(text, setting).map((line) => ({
    height,
    below,
    notes: line.notes.flatMap(({ note }) => (note === undefined ? [] : [noteOf(note, notes)])),
  }));
}

/** A paragraph of lines that are measured otherwise. */
export function paragraphOfLines(
  lines: readonly FlowLine[],
  setting: Pick<Setting, 'before' | 'after' | 'keepNext' | 'keepLines' | 'onNewPage' | 'marks'>,
): FlowParagraph {
  const { before = 0, after = 0, keepNext = false, keepLines = false } = setting;
  const { onNewPage = false, marks = [] } = setting;
  const spaces = { before: length(before), after: length(after) };
  return { kind: 'paragraph', lines, ...spaces, keepNext, keepLines, onNewPage, marks };
}

/** @throws Uncountable */
export const paragraphOf = (
  text: InlineText,
  setting: Setting,
  notes: NoteSetting,
): FlowParagraph => paragraphOfLines(linesOf(text, setting, notes), setting);
