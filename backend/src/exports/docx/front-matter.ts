import { type FileChild, Paragraph, TableOfContents, TextRun } from 'docx';
import {
  type AbstractModel,
  contentsOf,
  type DocumentModel,
  type TitleLine,
  type TitlePage,
} from '../model/document-model';
import type { Layout } from '../layout';
import { titleSize, titleSpacing } from '../typography';
import type { BlockRenderer } from './blocks';
import { headingBookmark, type HeadingPages } from './headings';
import { STYLE } from './styles';
import { halfPoints, twips } from './units';

const STYLES: Partial<Record<TitleLine['field'], string>> = {
  title: STYLE.title,
  notice: STYLE.notice,
};

/** Space above the title page, and between its lines: less of both for many lines, or a low page. */
export function titlePage({ title, lines }: TitlePage, layout: Layout): FileChild[] {
  const { above, gap } = titleSpacing(lines.length, layout);
  const spacing = (index: number) => ({
    before: index === 0 ? twips(above) : 0,
    after: twips(gap),
  });
  return lines.map(({ field, text }, index) => {
    const size = field === 'title' ? { size: halfPoints(titleSize(title)) } : {};
    return new Paragraph({
      style: STYLES[field] ?? STYLE.titlePage,
      spacing: spacing(index),
      children: [new TextRun({ text, ...size })],
    });
  });
}

/** @param onNewPage false where a section of its own begins with it */
export function abstract(
  { title, blocks }: AbstractModel,
  renderer: BlockRenderer,
  onNewPage: boolean,
): FileChild[] {
  return [
    new Paragraph({
      style: STYLE.contentsHeading,
      pageBreakBefore: onNewPage,
      children: [new TextRun(title)],
    }),
    ...renderer.render(blocks),
  ];
}

/**
 * A real table-of-contents field over the headings of levels 1 and 2, with its entries written out,
 * so that it is complete before any update and asks for none.
 * @param pages page of each heading, by its bookmark
 */
export function contents(
  model: DocumentModel,
  pages: HeadingPages,
  onNewPage: boolean,
): FileChild[] {
  const cachedEntries = contentsOf(model).map(({ text, level }, index) => {
    const href = headingBookmark(index);
    return { title: text, level, href, page: pages.get(href) ?? 0 };
  });
  return [
    new Paragraph({
      style: STYLE.contentsHeading,
      pageBreakBefore: onNewPage,
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
