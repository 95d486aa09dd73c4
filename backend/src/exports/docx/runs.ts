import { ExternalHyperlink, type IRunOptions, type ParagraphChild, TextRun } from 'docx';
import type { Inline, InlineText } from '../model/document-model';
import { CODE_FONT } from './styles';

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

export function runsOf(text: InlineText): ParagraphChild[] {
  return text.flatMap((inline): ParagraphChild[] =>
    inline.href === undefined
      ? textRuns(inline)
      : [new ExternalHyperlink({ link: inline.href, children: textRuns(inline) })],
  );
}
