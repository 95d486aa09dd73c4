import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { Inline, InlineText, Note, Place } from '../model/document-model';
import { field, referenceBookmark } from './fields';
import { CODE_FONT, STYLE } from './styles';

function runStyle(style: Inline): IRunOptions {
  return {
    ...(style.italic && { italics: true }),
    ...(style.bold && { bold: true }),
    ...(style.underline && { underline: {} }),
    ...(style.smallCaps && { smallCaps: true }),
    ...(style.position === 'superscript' && { superScript: true }),
    ...(style.position === 'subscript' && { subScript: true }),
    ...(style.code && { font: CODE_FONT, noProof: true }),
  };
}

function textRuns(inline: Inline): TextRun[] {
  return inline.text
    .split('\n')
    .map((text, index) => new TextRun({ ...runStyle(inline), text, break: index === 0 ? 0 : 1 }));
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
    if (inline.place !== undefined) return crossReference(inline, inline.place);
    return inline.href === undefined
      ? textRuns(inline)
      : [new ExternalHyperlink({ link: inline.href, children: textRuns(inline) })];
  });
}
