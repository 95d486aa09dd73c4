import { type FileChild, InternalHyperlink, Paragraph, Tab, TableOfContents, TextRun } from 'docx';
import { captionLine } from '../model/caption-text';
import {
  type CaptionListModel,
  contentsOf,
  type DocumentModel,
  type FrontTextModel,
  type TitleLine,
  type TitlePage,
} from '../model/document-model';
import type { Layout } from '../typography/layout';
import { titleSize, titleSpacing } from '../typography/typography';
import type { BlockRenderer } from './blocks';
import { fieldBegin, fieldEnd, referenceBookmark } from './fields';
import { headingBookmark, type HeadingPages } from './headings';
import { runsOf } from './runs';
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
export function frontText(
  { title, language, blocks }: FrontTextModel,
  renderer: BlockRenderer,
  onNewPage: boolean,
): FileChild[] {
  return [
    new Paragraph({
      style: STYLE.contentsHeading,
      pageBreakBefore: onNewPage,
      children: runsOf([{ text: title, ...(language !== undefined && { language }) }]),
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

/** A list of captions: Word's table-of-contents field over the numbers of one label, written out. */
export function captionList(
  { title, captions }: CaptionListModel,
  { textWidth }: Layout,
  pages: HeadingPages,
  onNewPage: boolean,
): FileChild[] {
  const last = captions.length - 1;
  const entries = captions.map((caption, index) => {
    const anchor = referenceBookmark(caption.id);
    const page = String(pages.get(anchor) ?? 0);
    const line = new TextRun({ children: [captionLine(caption), new Tab(), page] });
    return new Paragraph({
      style: STYLE.captionList,
      tabStops: [{ type: 'right', position: twips(textWidth), leader: 'dot' }],
      children: [
        ...(index === 0 ? [fieldBegin(`TOC \\h \\z \\c "${caption.label}"`)] : []),
        new InternalHyperlink({ anchor, children: [line] }),
        ...(index === last ? [fieldEnd()] : []),
      ],
    });
  });
  const heading = { style: STYLE.contentsHeading, pageBreakBefore: onNewPage };
  return [new Paragraph({ ...heading, children: [new TextRun(title)] }), ...entries];
}
