import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { Inline, InlineText, Note, Place } from '../model/document-model';
import { byDirection, isRightToLeft } from '../typography/right-to-left';
import { field, referenceBookmark } from './fields';
import { formula } from './formula';
import { plainRun } from './plain-run';
import { CODE_FONT, STYLE } from './styles';

function runStyle(style: Inline): IRunOptions {
  return {
    ...(style.italic && { italics: true }),
    ...(style.bold && { bold: true }),
    ...(style.underline && { underline: {} }),
    ...(style.smallCaps && { smallCaps: true }),
    ...(style.position === 'superscript' && { superScript: true }),
    ...(style.position === 'subscript' && { subScript: true }),
    ...(style.language !== undefined && {
      language: { value: style.language, bidirectional: style.language },
    }),
    ...(style.code && { font: CODE_FONT, noProof: true }),
  };
}

/** What a run may have without looking different. */
const UNSEEN = new Set<string>(['text', 'cited', 'href']);

/** Whether it is nothing but text in one line and direction. */
function isPlain(inline: Inline): boolean {
  const { text } = inline;
  if (text === '' || text.includes('\n') || isRightToLeft(text)) return false;
  return Object.keys(inline).every((key) => UNSEEN.has(key));
}

/** A run in one direction; Word sets letters from right to left only where it is told so. */
function directed(text: string, inline: Inline, breaks: number): TextRun {
  const rightToLeft = isRightToLeft(text) && { rightToLeft: true };
  return new TextRun({ ...runStyle(inline), ...rightToLeft, text, break: breaks });
}

function textRuns(inline: Inline): ParagraphChild[] {
  if (isPlain(inline)) return [plainRun(inline.text)];
  const lines = [...inline.text.matchAll(/(\n*)([^\n]+|$)/g)].filter(([all]) => all !== '');
  return lines.flatMap(([, { length: breaks } = '', line = '']) => {
    const [first = '', ...others] = byDirection(line);
    return [directed(first, inline, breaks), ...others.map((text) => directed(text, inline, 0))];
  });
}

/** The name of a place as text, and its number as a field that follows it. */
function crossReference(inline: Inline, { id, number }: Place): ParagraphChild[] {
  const name = inline.text.slice(0, inline.text.length - number.length);
  return [
    ...(name === '' ? [] : [new TextRun({ ...runStyle(inline), text: name })]),
    field(`REF ${referenceBookmark(id)} \\h`, number, runStyle(inline)),
  ];
}

/** Word's own footnote; Word numbers them itself, in the order of the text. */
function footnote({ text }: Note): FootnoteReferenceRun {
  const gap = new TextRun('\u00A0');
  const paragraph = new Paragraph({ style: STYLE.note, children: [gap, ...runsOf(text)] });
  return new FootnoteReferenceRun({ children: [paragraph] });
}

export function runsOf(text: InlineText): ParagraphChild[] {
  return text.flatMap((inline): ParagraphChild[] => {
    if (inline.note !== undefined) return [footnote(inline.note)];
    if (inline.formula !== undefined) return [formula(inline.formula.tex)];
    if (inline.place !== undefined) return crossReference(inline, inline.place);
    return inline.href === undefined
      ? textRuns(inline)
      : [new ExternalHyperlink({ link: inline.href, children: textRuns(inline) })];
  });
}
