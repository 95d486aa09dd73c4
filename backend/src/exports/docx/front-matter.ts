import { type FileChild, Paragraph, TableOfContents, TextRun } from 'docx';
import {
  type AbstractModel,
  contentsOf,
  type DocumentModel,
  type TitlePage,
} from '../model/document-model';
import { TITLE_PAGE, titleSize } from '../typography';
import type { BlockRenderer } from './blocks';
import { headingBookmark, type HeadingPages } from './headings';
import { STYLE } from './styles';
import { halfPoints, twips } from './units';

export function titlePage({ documentType, title, author, notice, year }: TitlePage): FileChild[] {
  const line = (text: string, style: string) =>
    new Paragraph({ style, children: [new TextRun(text)] });
  return [
    new Paragraph({
      style: STYLE.titlePage,
      spacing: { before: twips(TITLE_PAGE.spaceAbove), after: twips(TITLE_PAGE.gap) },
      children: [new TextRun(documentType)],
    }),
    new Paragraph({
      style: STYLE.title,
      children: [new TextRun({ text: title, size: halfPoints(titleSize(title)) })],
    }),
    ...(author === null ? [] : [line(author, STYLE.titlePage)]),
    ...(notice === null ? [] : [line(notice, STYLE.notice)]),
    line(year, STYLE.titlePage),
  ];
}

export function abstract({ title, blocks }: AbstractModel, renderer: BlockRenderer): FileChild[] {
  return [
    new Paragraph({ style: STYLE.contentsHeading, children: [new TextRun(title)] }),
    ...renderer.render(blocks),
  ];
}

/**
 * A real table-of-contents field over the headings of levels 1 and 2, with its entries written out,
 * so that it is complete before any update and asks for none.
 * @param pages page of each heading, by its bookmark
 */
export function contents(model: DocumentModel, pages: HeadingPages): FileChild[] {
  const cachedEntries = contentsOf(model).map(({ text, level }, index) => {
    const href = headingBookmark(index);
    return { title: text, level, href, page: pages.get(href) ?? 0 };
  });
  return [
    new Paragraph({
      style: STYLE.contentsHeading,
      pageBreakBefore: model.abstract !== null,
      children: [new TextRun(model.contentsTitle)],
    }),
    new TableOfContents(model.contentsTitle, {
      hyperlink: true,
      headingStyleRange: '1-2',
      beginDirty: false,
      cachedEntries,
    }),
  ];
}
