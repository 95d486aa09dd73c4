import type { Content, ContentText } from 'pdfmake/interfaces';
import {
  type AbstractModel,
  contentsOf,
  type DocumentModel,
  type TitlePage,
} from '../model/document-model';
import { HEADINGS, TITLE_PAGE, titleSize, TYPE } from '../typography';
import { blockNodes } from './blocks';
import { lineHeight } from './fonts';
import { type Spaced, stacked, type TextNode } from './nodes';

function centred(text: string, style: Omit<ContentText, 'text'>): Spaced {
  const node = { text, alignment: 'center', ...style } as ContentText;
  return { node, before: TITLE_PAGE.gap, after: TITLE_PAGE.gap };
}

function centredNotice(text: string): Spaced {
  const style = {
    fontSize: TITLE_PAGE.noticeSize,
    italics: true,
    lineHeight: lineHeight(TYPE.tightSpacing),
  };
  const side = TYPE.firstLineIndent;
  return { ...centred(text, style), left: side, right: side };
}

export function titlePage({ documentType, title, author, notice, year }: TitlePage): Content {
  const medium = { fontSize: TITLE_PAGE.typeSize };
  return {
    margin: [0, TITLE_PAGE.spaceAbove, 0, 0],
    stack: stacked([
      centred(documentType, medium),
      centred(title, { fontSize: titleSize(title), bold: true }),
      ...(author === null ? [] : [centred(author, { fontSize: TITLE_PAGE.authorSize })]),
      ...(notice === null ? [] : [centredNotice(notice)]),
      centred(year, medium),
    ]),
  };
}

function entry(id: string, text: string, level: 1 | 2): Spaced {
  const linked = { linkToDestination: id };
  // No line may end between the last word and its page number
  const leader = { text: '\u00A0', leader: true };
  const node: TextNode = {
    text: [{ text, ...linked }, leader, { pageReference: id, alignment: 'right', noWrap: true }],
    lineHeight: lineHeight(TYPE.tightSpacing),
    keepTogether: true,
  };
  const left = (level - 1) * TYPE.firstLineIndent;
  return { node, left, before: TYPE.entryGap / 2, after: 0 };
}

/** A heading on a new page that the contents do not list. */
function frontHeading(text: string): Spaced {
  const { size, after } = HEADINGS[1];
  return { node: { text, fontSize: size, bold: true, pageBreak: 'before' }, before: 0, after };
}

export function abstract({ title, blocks }: AbstractModel): Content[] {
  return stacked([frontHeading(title), ...blockNodes(blocks)]);
}

/** The table of contents; pdfmake writes the page numbers, typesetting.ts the dots before them. */
export function contents(model: DocumentModel): Content[] {
  return stacked([
    frontHeading(model.contentsTitle),
    ...contentsOf(model).map(({ id, text, level }) => entry(id, text, level)),
  ]);
}
