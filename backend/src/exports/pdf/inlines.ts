import type { ContentText } from 'pdfmake/interfaces';
import { DOCUMENT_LANGUAGES, type DocumentLanguage } from '../../common/languages';
import { textWidth } from '../typography/font-widths';
import { fontFaces } from '../typography/fonts';
import type { Inline, InlineText, Note } from '../model/document-model';
import type { Layout } from '../typography/layout';
import { byDirection, isRightToLeft } from '../typography/right-to-left';
import { CODE_FONT, lineHeight } from './fonts';
import type { InlineFormula } from './formulas';
import type { FootnoteNode } from './nodes';

/** Addresses up to this length move to the next line as a whole; longer ones have to break. */
const UNBROKEN_ADDRESS = 60;

/** Of the width of the text, so that it fits beside the indents of lists and entries. */
const WIDEST_SHARE = 0.8;

function staysWhole(text: string, { font, size, textWidth: width }: Layout): boolean {
  if (!/^\S+$/.test(text) || text.length > UNBROKEN_ADDRESS) return false;
  return textWidth(text, fontFaces(font).normal, size) <= width * WIDEST_SHARE;
}

function footnote({ number, text }: Note, layout: Layout): FootnoteNode {
  const mark = { text: String(number), sup: true };
  return {
    number,
    content: {
      text: [mark, { text: '\u00A0' }, ...inlineNodes(text, layout)],
      fontSize: layout.noteSize,
      lineHeight: lineHeight(1, layout.font),
    },
  };
}

function inlineNode(
  { text, note, place, formula, ...style }: Inline,
  layout: Layout,
): ContentText & { footnote?: FootnoteNode; formula?: InlineFormula; marker?: boolean } {
  return {
    text,
    ...(note && { footnote: footnote(note, layout) }),
    ...(formula && { formula: { tex: formula.tex }, marker: true }),
    ...(place && { linkToDestination: place.id }),
    ...(style.italic && { italics: true }),
    ...(style.bold && { bold: true }),
    ...(style.underline && { decoration: 'underline' }),
    ...(style.position === 'superscript' && { sup: true }),
    ...(style.position === 'subscript' && { sub: true }),
    ...(style.code && { font: CODE_FONT }),
    ...(style.href !== undefined && {
      link: style.href,
      noWrap: staysWhole(text, layout),
    }),
  };
}

/** Whether a run holds words of the document's own text, and not a name, an address or code. */
const isProse = ({ note, place, formula, code, cited, href }: Inline): boolean =>
  [note, place, formula, code, cited, href].every((mark) => !mark);

/** The language that the words of a run may be hyphenated in; undefined where they may not. */
function hyphenation(inline: Inline, main: DocumentLanguage): DocumentLanguage | undefined {
  if (!isProse(inline)) return undefined;
  const { language } = inline;
  if (language === undefined) return main;
  const [primary] = language.toLowerCase().split('-');
  return DOCUMENT_LANGUAGES.find((known) => known === primary);
}

/**
 * A run in pieces of one direction each, as in the Word file: a full stop after words that are written
 * from right to left is none of theirs.
 */
function inOneDirection(inline: Inline): Inline[] {
  if (!isRightToLeft(inline.text)) return [inline];
  return byDirection(inline.text).map((text) => ({ ...inline, text }));
}

export function inlineNodes(text: InlineText, layout: Layout): ContentText[] {
  return text.length === 0
    ? [{ text: '' }]
    : text.flatMap(inOneDirection).map((inline) => inlineNode(inline, layout));
}

/** The same for the text itself, whose words may be hyphenated. */
export function textNodes(text: InlineText, layout: Layout): ContentText[] {
  const { hyphenated } = layout;
  if (hyphenated === null) return inlineNodes(text, layout);
  return text.flatMap(inOneDirection).map((inline) => {
    const language = hyphenation(inline, hyphenated);
    return {
      ...inlineNode(inline, layout),
      ...(language !== undefined && { hyphenated: language }),
    };
  });
}
