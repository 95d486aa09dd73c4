import {
  ExternalHyperlink,
  FootnoteReferenceRun,
  type IRunOptions,
  Paragraph,
  type ParagraphChild,
  TextRun,
} from 'docx';
import type { Inline, InlineText, Note } from '../model/document-model';
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

/** Word's own footnote; Word numbers them itself, in the order of the text. */
function footnote({ text }: Note): FootnoteReferenceRun {
  const gap = new TextRun('\u00A0');
  const paragraph = new Paragraph({ style: STYLE.note, children: [gap, ...runsOf(text)] });
  return new FootnoteReferenceRun({ children: [paragraph] });
}

export function runsOf(text: InlineText): ParagraphChild[] {
  return text.flatMap((inline): ParagraphChild[] => {
    if (inline.note !== undefined) return [footnote(inline.note)];
    return inline.href === undefined
      ? textRuns(inline)
      : [new ExternalHyperlink({ link: inline.href, children: textRuns(inline) })];
  });
}
