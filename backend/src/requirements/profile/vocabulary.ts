/** The words that formatting rules are stated in; the data of every profile uses them. */

export const PAGE_SIZES = ['A4', 'A5', 'B5', 'Letter', 'Legal'] as const;

/** Typefaces that can be set: each has an open one of the same widths for the PDF. */
export const FONTS = ['Times New Roman', 'Arial', 'Helvetica', 'Courier New'] as const;

export const ALIGNMENTS = ['justified', 'left'] as const;

export const HEADING_ALIGNMENTS = ['left', 'center', 'right'] as const;

/** `1.1`; `1.1.`; a word before the numbers of chapters, as in `Chapter 1`, and `1.1` below. */
export const HEADING_NUMBERINGS = ['none', 'decimal', 'decimal_point', 'chapter_word'] as const;

export const PAGE_NUMBER_POSITIONS = [
  'top_left',
  'top_center',
  'top_right',
  'bottom_left',
  'bottom_center',
  'bottom_right',
] as const;

/** The first page that shows a number; pages before it are counted. */
export const PAGE_NUMBERS_FROM = ['title_page', 'after_title_page', 'body'] as const;

/** With roman numbers before the body, the body begins at 1. */
export const FRONT_MATTER_NUMBERS = ['arabic', 'roman'] as const;

/** Parts of a thesis; the abstract in a second language is a part of its own. */
export const PARTS = [
  'title_page',
  'declaration',
  'acknowledgements',
  'abstract',
  'second_abstract',
  'contents',
  'list_of_figures',
  'list_of_tables',
  'abbreviations',
  'body',
  'bibliography',
  'appendices',
] as const;

export const TITLE_PAGE_FIELDS = [
  'university',
  'faculty',
  'department',
  'programme',
  'document_type',
  'title',
  'author',
  'student_id',
  'supervisor',
  'place',
  'year',
] as const;

export const CAPTION_PLACES = ['above', 'below'] as const;

export const CAPTION_NUMBERINGS = ['continuous', 'by_chapter'] as const;

export type Part = (typeof PARTS)[number];
export type TitlePageField = (typeof TITLE_PAGE_FIELDS)[number];
