import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions } from 'docx';
import type { DocumentLanguage } from '../../common';
import type { Layout } from '../typography/layout';
import { LANGUAGE_TAGS, TITLE_PAGE, TYPE } from '../typography/typography';
import { halfPoints, lineSpacing, twips } from './units';

export const CODE_FONT = 'Courier New';

/** Ids of our paragraph styles; `BodyText`, `Quote`, `TOC1` … are those Word itself knows. */
export const STYLE = {
  body: 'BodyText',
  quote: 'Quote',
  listItem: 'ListParagraph',
  code: 'Code',
  cell: 'TableText',
  caption: 'Caption',
  captionList: 'TableofFigures',
  contentsHeading: 'TOCHeading',
  bibliography: 'Bibliography',
  note: 'FootnoteText',
  title: 'Title',
  titlePage: 'TitlePage',
  notice: 'Notice',
} as const;

const color = '000000';

const ALIGNMENTS = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

const textAlignment = ({ justified }: Layout) =>
  justified ? AlignmentType.BOTH : AlignmentType.LEFT;

function heading({ font, headings }: Layout, level: 1 | 2 | 3) {
  const { size, bold, italic, capitals, alignment, before, after } = headings[level];
  return {
    run: {
      ...{ font, size: halfPoints(size), bold, italics: italic, color },
      ...(capitals && { allCaps: true }),
    },
    paragraph: {
      alignment: ALIGNMENTS[alignment],
      spacing: { before: twips(before), after: twips(after), ...lineSpacing(1) },
      keepNext: true,
      keepLines: true,
    },
  };
}

function style(
  id: string,
  name: string,
  options: Omit<IParagraphStyleOptions, 'id' | 'name'>,
): IParagraphStyleOptions {
  return { id, name, basedOn: 'Normal', next: id, quickFormat: true, ...options };
}

const tight = lineSpacing(TYPE.tightSpacing);

const textStyles = (layout: Layout): IParagraphStyleOptions[] => [
  style(STYLE.body, 'Body Text', {
    paragraph: {
      alignment: textAlignment(layout),
      indent: { firstLine: twips(layout.firstLineIndent) },
      spacing: {
        ...lineSpacing(layout.lineSpacing),
        ...(layout.paragraphGap > 0 && { after: twips(layout.paragraphGap) }),
      },
    },
  }),
  style(STYLE.quote, 'Quote', {
    paragraph: {
      alignment: textAlignment(layout),
      indent: { left: twips(TYPE.blockIndent), right: twips(TYPE.blockIndent) },
      spacing: { ...tight, before: twips(TYPE.blockGap), after: twips(TYPE.blockGap) },
    },
  }),
  style(STYLE.listItem, 'List Paragraph', {
    paragraph: { alignment: textAlignment(layout), spacing: lineSpacing(layout.lineSpacing) },
  }),
  style(STYLE.code, 'Code', {
    run: { font: CODE_FONT, size: halfPoints(TYPE.codeSize), noProof: true },
    paragraph: { spacing: { before: twips(TYPE.blockGap), after: twips(TYPE.blockGap) } },
  }),
  style(STYLE.cell, 'Table Text', { run: { size: halfPoints(layout.tableSize) } }),
  style(STYLE.bibliography, 'Bibliography', {
    paragraph: {
      indent: { left: twips(TYPE.hangingIndent), hanging: twips(TYPE.hangingIndent) },
      spacing: { ...tight, after: twips(TYPE.entryGap) },
    },
  }),
];

const frontStyles = (layout: Layout): IParagraphStyleOptions[] => [
  style(STYLE.titlePage, 'Title Page', {
    run: { size: halfPoints(TITLE_PAGE.typeSize) },
    paragraph: { alignment: AlignmentType.CENTER, spacing: { after: twips(TITLE_PAGE.gap) } },
  }),
  style(STYLE.notice, 'Notice', {
    run: { size: halfPoints(TITLE_PAGE.noticeSize), italics: true },
    paragraph: {
      alignment: AlignmentType.CENTER,
      indent: { left: twips(TYPE.blockIndent), right: twips(TYPE.blockIndent) },
      spacing: { ...tight, after: twips(TITLE_PAGE.gap) },
    },
  }),
  style(STYLE.contentsHeading, 'TOC Heading', heading(layout, 1)),
  style(STYLE.captionList, 'table of figures', {
    paragraph: { spacing: { ...tight, after: twips(TYPE.entryGap / 2) } },
  }),
  ...([1, 2] as const).map((level) =>
    style(`TOC${String(level)}`, `toc ${String(level)}`, {
      paragraph: {
        indent: { left: twips((level - 1) * TYPE.blockIndent) },
        spacing: { ...tight, after: twips(TYPE.entryGap / 2) },
      },
    }),
  ),
];

export function stylesIn(language: DocumentLanguage, layout: Layout): IStylesOptions {
  const { font } = layout;
  return {
    default: {
      document: {
        run: {
          font,
          size: halfPoints(layout.size),
          language: { value: LANGUAGE_TAGS[language] },
        },
      },
      title: {
        run: { font, size: halfPoints(TITLE_PAGE.titleSize), bold: true, color },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { after: twips(TITLE_PAGE.gap) } },
      },
      footnoteText: {
        run: { size: halfPoints(layout.noteSize) },
        paragraph: { alignment: AlignmentType.LEFT, spacing: lineSpacing(1) },
      },
      caption: {
        run: { font, size: halfPoints(layout.captionSize), color },
        paragraph: {
          keepLines: true,
          spacing: lineSpacing(1),
        },
      },
      heading1: heading(layout, 1),
      heading2: heading(layout, 2),
      heading3: heading(layout, 3),
    },
    paragraphStyles: [...textStyles(layout), ...frontStyles(layout)],
  };
}
