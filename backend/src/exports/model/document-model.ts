import type { BibliographyEntry, FormattedText, Run } from '../../citations';
import type { DocumentLanguage } from '../../common';

/** A footnote; numbered through the document. */
export interface Note {
  number: number;
  text: FormattedText;
}

/** A run of text; `\n` in it is a line break. */
export interface Inline extends Run {
  code?: boolean;
  /** The footnote whose number the run is. */
  note?: Note;
}

export type InlineText = readonly Inline[];

export type Alignment = 'left' | 'center' | 'right';

export interface TableBlock {
  kind: 'table';
  alignments: readonly Alignment[];
  /** The first row is the header; all rows have as many cells as there are alignments. */
  rows: readonly (readonly InlineText[])[];
}

export interface ListBlock {
  kind: 'list';
  ordered: boolean;
  /** Number of the first item of an ordered list. */
  start: number;
  items: readonly (readonly Block[])[];
}

export type Block =
  | { kind: 'paragraph'; text: InlineText }
  | { kind: 'subheading'; text: InlineText }
  | { kind: 'code'; text: string }
  | { kind: 'quote'; blocks: readonly Block[] }
  | ListBlock
  | TableBlock;

export interface SectionModel {
  id: string;
  number: string;
  title: string;
  level: 1 | 2;
  blocks: readonly Block[];
}

export interface TitlePage {
  /** In the document's language, such as `Bachelor’s thesis`. */
  documentType: string;
  title: string;
  author: string | null;
  year: string;
  /** Says that the text is only an arrangement of sources, where it is; else null. */
  notice: string | null;
}

/** What sums the document up before its contents; not listed in these. */
export interface AbstractModel {
  title: string;
  blocks: readonly Block[];
}

/** What stands after the bibliography on the use of AI, as a part of its own. */
export interface DeclarationModel {
  id: string;
  title: string;
  paragraphs: readonly string[];
}

export interface BibliographyModel {
  id: string;
  title: string;
  entries: readonly BibliographyEntry[];
}

/** Everything both renderers print, in reading order; they add no words of their own. */
export interface DocumentModel {
  language: DocumentLanguage;
  titlePage: TitlePage;
  /** On a page of its own after the title page; null for none. */
  abstract: AbstractModel | null;
  contentsTitle: string;
  /** Chapters begin on a new page, as in a thesis. */
  chaptersOnNewPage: boolean;
  sections: readonly SectionModel[];
  /** Null when nothing is cited. */
  bibliography: BibliographyModel | null;
  /** Null when there is nothing to declare, or it was not wanted. */
  declaration: DeclarationModel | null;
  /** When the text was last changed; becomes the files' date, so that equal models give equal files. */
  date: Date;
}

export interface ContentsEntry {
  id: string;
  text: string;
  level: 1 | 2;
}

export function headingText({ number, title }: Pick<SectionModel, 'number' | 'title'>): string {
  return `${number} ${title}`.trim();
}

/** What the table of contents lists. */
export function contentsOf({
  sections,
  bibliography,
  declaration,
}: DocumentModel): ContentsEntry[] {
  const entries = sections.map((section) => ({
    id: section.id,
    text: headingText(section),
    level: section.level,
  }));
  const parts = [bibliography, declaration].filter((part) => part !== null);
  return [...entries, ...parts.map(({ id, title }) => ({ id, text: title, level: 1 as const }))];
}
