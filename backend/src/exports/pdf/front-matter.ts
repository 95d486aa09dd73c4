import type { Content } from 'pdfmake/interfaces';
import type { Layout } from '../typography/layout';
import { captionLine } from '../model/caption-text';
import {
  type CaptionListModel,
  contentsOf,
  type DocumentModel,
  type FrontTextModel,
  type TitleLine,
  type TitlePage,
} from '../model/document-model';
import { TITLE_PAGE, titleSize, titleSpacing, TYPE } from '../typography/typography';
import { blockNodes } from './blocks';
import { lineHeight } from './fonts';
import { headingText } from './headings';
import { type Setting, type Spaced, stacked, type TextNode } from './nodes';
import type { PageLabels } from './page-numbers';

function titleLine({ field, text }: TitleLine, gap: number, { font }: Layout): Spaced {
  const around = { before: gap, after: gap };
  const node: TextNode = { text, alignment: 'center' };
  switch (field) {
    case 'title':
      return { node: { ...node, fontSize: titleSize(text), bold: true }, ...around };
    case 'notice': {
      const style = { fontSize: TITLE_PAGE.noticeSize, italics: true };
      const height = { lineHeight: lineHeight(TYPE.tightSpacing, font) };
      const side = TYPE.blockIndent;
      return { node: { ...node, ...style, ...height }, left: side, right: side, ...around };
    }
    default:
      return { node: { ...node, fontSize: TITLE_PAGE.typeSize }, ...around };
  }
}

export function titlePage({ lines }: TitlePage, layout: Layout): Content {
  const { above, gap } = titleSpacing(lines.length, layout);
  return {
    margin: [0, above, 0, 0],
    stack: stacked(lines.map((line) => titleLine(line, gap, layout))),
  };
}

interface EntryLook {
  layout: Layout;
  labels: PageLabels;
}

function entry(
  { id, text, level }: ReturnType<typeof contentsOf>[number],
  { layout, labels }: EntryLook,
): Spaced {
  const linked = { linkToDestination: id };
  // No line may end between the last word and its page number
  const leader = { text: '\u00A0', leader: true };
  const number = { pageReference: id, alignment: 'right' as const, noWrap: true, labels };
  const node: TextNode = {
    text: [{ text, ...linked }, leader, number],
    lineHeight: lineHeight(TYPE.tightSpacing, layout.font),
    keepTogether: true,
  };
  const left = (level - 1) * TYPE.blockIndent;
  return { node, left, before: TYPE.entryGap / 2, after: 0 };
}

/** A heading on a new page that the contents do not list. */
function frontHeading(text: string, setting: Setting): Spaced {
  const { size, bold, alignment, after } = setting.layout.headings[1];
  const style = { fontSize: size, bold, alignment };
  const node: TextNode = { text: headingText(text, 1, setting), ...style, pageBreak: 'before' };
  return { node, before: 0, after };
}

export function frontText({ title, blocks }: FrontTextModel, setting: Setting): Spaced[] {
  return [frontHeading(title, setting), ...blockNodes(blocks, setting.layout)];
}

/** The table of contents; pdfmake writes the page numbers, typesetting.ts the dots before them. */
export function contents(model: DocumentModel, labels: PageLabels): Spaced[] {
  const look = { layout: model.layout, labels };
  return [
    frontHeading(model.contentsTitle, model),
    ...contentsOf(model).map((one) => entry(one, look)),
  ];
}

/** The same for the captions of one kind. */
export function captionList(
  { title, captions }: CaptionListModel,
  model: DocumentModel,
  labels: PageLabels,
): Spaced[] {
  const look = { layout: model.layout, labels };
  const entries = captions.map((caption) => ({
    id: caption.id,
    text: captionLine(caption),
    level: 1 as const,
  }));
  return [frontHeading(title, model), ...entries.map((one) => entry(one, look))];
}
