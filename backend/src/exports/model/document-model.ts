import type { BibliographyEntry, FormattedText, Run } from '../../citations';
import type { DocumentLanguage } from '../../common';
import type { TitlePageField } from '../../requirements';
import type { Layout } from '../layout';

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

/** A line of the title page; the notice says that the text is only an arrangement of sources. */
export interface TitleLine {
  field: TitlePageField | 'notice';
  text: string;
}

export interface TitlePage {
  title: string;
  author: string | null;
  /** From above; what is not known is not among them. */
  lines: readonly TitleLine[];
}

/** The parts that a document of ours has; the body is its sections. */
export const MODEL_PARTS = [
  'title_page',
  'abstract',
  'contents',
  'body',
  'bibliography',
  'declaration',
] as const;

export type ModelPart = (typeof MODEL_PARTS)[number];

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
  layout: Layout;
  /** In their order, the title page first; also those that the document does not have. */
  parts: readonly ModelPart[];
  titlePage: TitlePage;
  /** On a page of its own; null for none. */
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

/** Whether a document has a part. */
export function hasPart(model: DocumentModel, part: ModelPart): boolean {
  if (part === 'abstract' || part === 'bibliography' || part === 'declaration') {
    return model[part] !== null;
  }
  return true;
}

/** The parts of a document before its body, and those from the body on; without the title page. */
export function frontAndRest(model: DocumentModel): { front: ModelPart[]; rest: ModelPart[] } {
  const parts = model.parts.filter((part) => part !== 'title_page' && hasPart(model, part));
  const body = parts.indexOf('body');
  return { front: parts.slice(0, body), rest: parts.slice(body) };
}

function entriesOf(model: DocumentModel, part: ModelPart): ContentsEntry[] {
  if (part === 'body') {
    return model.sections.map((section) => ({
      id: section.id,
      text: headingText(section),
      level: section.level,
    }));
  }
  const listed = part === 'bibliography' || part === 'declaration' ? model[part] : null;
  return listed === null ? [] : [{ id: listed.id, text: listed.title, level: 1 }];
}

/** What the table of contents lists. */
export function contentsOf(model: DocumentModel): ContentsEntry[] {
  return model.parts.flatMap((part) => entriesOf(model, part));
}
