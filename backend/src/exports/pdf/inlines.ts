import type { ContentText } from 'pdfmake/interfaces';
import type { Inline, InlineText } from '../model/document-model';
import { CODE_FONT } from './fonts';

/** Addresses up to this length move to the next line as a whole; longer ones have to break. */
const UNBROKEN_ADDRESS = 60;

function inlineNode({ text, ...style }: Inline): ContentText {
  return {
    text,
    ...(style.italic && { italics: true }),
    ...(style.bold && { bold: true }),
    ...(style.underline && { decoration: 'underline' }),
    ...(style.position === 'superscript' && { sup: true }),
    ...(style.position === 'subscript' && { sub: true }),
    ...(style.code && { font: CODE_FONT }),
    ...(style.href !== undefined && {
      link: style.href,
      noWrap: /^\S+$/.test(text) && text.length <= UNBROKEN_ADDRESS,
    }),
  };
}

export function inlineNodes(text: InlineText): ContentText[] {
  return text.length === 0 ? [{ text: '' }] : text.map(inlineNode);
}
