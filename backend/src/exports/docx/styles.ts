import { AlignmentType, type IParagraphStyleOptions, type IStylesOptions } from 'docx';
import type { DocumentLanguage } from '../../common';
import { HEADINGS, LANGUAGE_TAGS, TITLE_PAGE, TYPE } from '../typography';
import { halfPoints, lineSpacing, twips } from './units';

export const TEXT_FONT = 'Times New Roman';
export const CODE_FONT = 'Courier New';

/** Ids of our paragraph styles; `BodyText`, `Quote`, `TOC1` … are those Word itself knows. */
export const STYLE = {
  body: 'BodyText',
  quote: 'Quote',
  listItem: 'ListParagraph',
  code: 'Code',
  cell: 'TableText',
  contentsHeading: 'TOCHeading',
  bibliography: 'Bibliography',
  note: 'FootnoteText',
  title: 'Title',
  titlePage: 'TitlePage',
  notice: 'Notice',
} as const;

const color = '000000';

function heading(level: 1 | 2 | 3) {
  const { size, italic, before, after } = HEADINGS[level];
  return {
    run: { font: TEXT_FONT, size: halfPoints(size), bold: true, italics: italic, color },
    paragraph: {
      alignment: AlignmentType.LEFT,
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

const textStyles: IParagraphStyleOptions[] = [
  style(STYLE.body, 'Body Text', {
    paragraph: {
      alignment: AlignmentType.BOTH,
      indent: { firstLine: twips(TYPE.firstLineIndent) },
      spacing: lineSpacing(TYPE.lineSpacing),
    },
  }),
  style(STYLE.quote, 'Quote', {
    paragraph: {
      alignment: AlignmentType.BOTH,
      indent: { left: twips(TYPE.firstLineIndent), right: twips(TYPE.firstLineIndent) },
      spacing: { ...tight, before: twips(TYPE.blockGap), after: twips(TYPE.blockGap) },
    },
  }),
  style(STYLE.listItem, 'List Paragraph', {
    paragraph: { alignment: AlignmentType.BOTH, spacing: lineSpacing(TYPE.lineSpacing) },
  }),
  style(STYLE.code, 'Code', {
    run: { font: CODE_FONT, size: halfPoints(TYPE.codeSize), noProof: true },
    paragraph: { spacing: { before: twips(TYPE.blockGap), after: twips(TYPE.blockGap) } },
  }),
  style(STYLE.cell, 'Table Text', { run: { size: halfPoints(TYPE.tableSize) } }),
  style(STYLE.bibliography, 'Bibliography', {
    paragraph: {
      indent: { left: twips(TYPE.hangingIndent), hanging: twips(TYPE.hangingIndent) },
      spacing: { ...tight, after: twips(TYPE.entryGap) },
    },
  }),
];

const frontStyles: IParagraphStyleOptions[] = [
  style(STYLE.titlePage, 'Title Page', {
    run: { size: halfPoints(TITLE_PAGE.typeSize) },
    paragraph: { alignment: AlignmentType.CENTER, spacing: { after: twips(TITLE_PAGE.gap) } },
  }),
  style(STYLE.notice, 'Notice', {
    run: { size: halfPoints(TITLE_PAGE.noticeSize), italics: true },
    paragraph: {
      alignment: AlignmentType.CENTER,
      indent: { left: twips(TYPE.firstLineIndent), right: twips(TYPE.firstLineIndent) },
      spacing: { ...tight, after: twips(TITLE_PAGE.gap) },
    },
  }),
  style(STYLE.contentsHeading, 'TOC Heading', heading(1)),
  ...([1, 2] as const).map((level) =>
    style(`TOC${String(level)}`, `toc ${String(level)}`, {
      paragraph: {
        indent: { left: twips((level - 1) * TYPE.firstLineIndent) },
        spacing: { ...tight, after: twips(TYPE.entryGap / 2) },
      },
    }),
  ),
];

export function stylesIn(language: DocumentLanguage): IStylesOptions {
  return {
    default: {
      document: {
        run: {
          font: TEXT_FONT,
          size: halfPoints(TYPE.size),
          language: { value: LANGUAGE_TAGS[language] },
        },
      },
      title: {
        run: { font: TEXT_FONT, size: halfPoints(TITLE_PAGE.titleSize), bold: true, color },
        paragraph: { alignment: AlignmentType.CENTER, spacing: { after: twips(TITLE_PAGE.gap) } },
      },
      footnoteText: {
        run: { size: halfPoints(TYPE.noteSize) },
        paragraph: { alignment: AlignmentType.LEFT, spacing: lineSpacing(1) },
      },
      heading1: heading(1),
      heading2: heading(2),
      heading3: heading(3),
    },
    paragraphStyles: [...textStyles, ...frontStyles],
  };
}
