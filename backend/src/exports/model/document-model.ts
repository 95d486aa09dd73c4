import type { BibliographyEntry, FormattedText, Run } from '../../citations';
import type { DocumentLanguage } from '../../common';
import type { FrontPart } from '../../documents';
import type { TitlePageField } from '../../requirements';
import type { Layout } from '../typography/layout';
import type { FigureInput } from './figure-input';
import type { ModelFinding } from './model-finding';

/** A footnote; numbered through the document. */
export interface Note {
  number: number;
  text: FormattedText;
}

/** A run of text; `\n` in it is a line break. */
export interface Inline extends Run {
  code?: boolean;
  /** Of a citation, with names and titles that are no words of the document's language. */
  cited?: true;
  /** The footnote whose number the run is. */
  note?: Note;
  /** The key of a cross-reference that is still to be resolved, as `fig:key`. */
  reference?: string;
  /** A BCP 47 tag, where it is not the document's. */
  language?: string;
  /** In the place of its text, which is a space. */
  formula?: { tex: string };
  /** What the run refers to; its text is the name of the place, and then its number. */
  place?: Place;
}

/** A place of the document that a run refers to. */
export interface Place {
  /** Of the caption, the formula or the section. */
  id: string;
  /** As it stands at that place. */
  number: string;
}

export type InlineText = readonly Inline[];

export type Alignment = 'left' | 'center' | 'right';

export type CaptionKind = 'table' | 'figure';

/** What is written above or below a table or a figure. */
export interface Caption {
  kind: CaptionKind;
  /** Where references and lists lead. */
  id: string;
  /** `Table`, in the language of the document. */
  label: string;
  /** `2.` where each chapter counts its own; otherwise empty. */
  chapter: string;
  /** Counted from 1. */
  ordinal: number;
  separator: string;
  text: InlineText;
  position: 'above' | 'below';
}

export interface TableBlock {
  kind: 'table';
  /** Null for a table that is not counted. */
  caption: Caption | null;
  alignments: readonly Alignment[];
  /** The first row is the header; all rows have as many cells as there are alignments. */
  rows: readonly (readonly InlineText[])[];
}

/** A formula on a line of its own. */
export interface FormulaBlock {
  kind: 'formula';
  tex: string;
  /** Null for one that is not counted. */
  number: EquationNumber | null;
}

/** The number of a formula; references show it in its brackets. */
export interface EquationNumber {
  /** Where references lead. */
  id: string;
  /** `2.` where each chapter counts its own; otherwise empty. */
  chapter: string;
  /** Counted from 1. */
  ordinal: number;
}

export interface FigureBlock {
  kind: 'figure';
  /** Null for a figure that is not counted. */
  caption: Caption | null;
  /** Null where the text names one that is not there. */
  image: FigureInput | null;
  /** What is said of the image, or that it is missing. */
  altText: string;
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
  | FigureBlock
  | FormulaBlock
  | ListBlock
  | TableBlock;

export interface SectionModel {
  id: string;
  number: string;
  /** Without what the rules put around it; empty where none is shown. */
  plainNumber: string;
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
  'declaration',
] as const;

export type ModelPart = (typeof MODEL_PARTS)[number];

/** A text beside the sections, such as the abstract; not listed in the contents. */
export interface FrontTextModel {
  title: string;
  /** A BCP 47 tag, where it is not the document's; its runs have it too. */
  language?: string;
  blocks: readonly Block[];
}

/** What stands after the bibliography on the use of AI, as a part of its own. */
export interface DeclarationModel {
  id: string;
  title: string;
  paragraphs: readonly string[];
}

export const CAPTION_LISTS = ['list_of_figures', 'list_of_tables'] as const;

export type CaptionList = (typeof CAPTION_LISTS)[number];

/** The captions of one kind, in the order of the text. */
export interface CaptionListModel {
  title: string;
  captions: readonly Caption[];
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
  /** Each on a page of its own; null for none. */
  frontMatter: Readonly<Record<FrontPart, FrontTextModel | null>>;
  contentsTitle: string;
  /** Null when no rule asks for one, or it would be empty; not listed in the contents. */
  captionLists: Readonly<Record<CaptionList, CaptionListModel | null>>;
  /** Chapters begin on a new page, as in a thesis. */
  chaptersOnNewPage: boolean;
  sections: readonly SectionModel[];
  /** Chapters after the bibliography, with letters for numbers; empty for none. */
  appendices: readonly SectionModel[];
  /** Null when nothing is cited. */
  bibliography: BibliographyModel | null;
  /** Null when there is nothing to declare, or it was not wanted. */
  declaration: DeclarationModel | null;
  /** When the text was last changed; becomes the files' date, so that equal models give equal files. */
  date: Date;
  /** What could not be set as it was meant. */
  findings: readonly ModelFinding[];
}

export interface ContentsEntry {
  id: string;
  text: string;
  level: 1 | 2;
}

export function headingText({ number, title }: Pick<SectionModel, 'number' | 'title'>): string {
  return `${number} ${title}`.trim();
}

/** The texts beside the sections that a document has. */
export function frontTexts({ frontMatter }: DocumentModel): [FrontPart, FrontTextModel][] {
  return (Object.entries(frontMatter) as [FrontPart, FrontTextModel | null][]).flatMap(
    ([part, text]): [FrontPart, FrontTextModel][] => (text === null ? [] : [[part, text]]),
  );
}

const isFrontPart = ({ frontMatter }: DocumentModel, part: ModelPart): part is FrontPart =>
  part in frontMatter;

/** Whether a document has a part. */
export function hasPart(model: DocumentModel, part: ModelPart): boolean {
  if (part === 'list_of_figures' || part === 'list_of_tables') {
    return model.captionLists[part] !== null;
  }
  if (isFrontPart(model, part)) return model.frontMatter[part] !== null;
  if (part === 'appendices') return model.appendices.length > 0;
  if (part === 'bibliography' || part === 'declaration') {
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

/** The parts of a document that are made of chapters. */
export type ChapterPart = 'body' | 'appendices';

export const chaptersOf = (model: DocumentModel, part: ChapterPart): readonly SectionModel[] =>
  part === 'body' ? model.sections : model.appendices;

/** Whether each chapter of a part begins on a page of its own, as appendices always do. */
export const onOwnPages = ({ chaptersOnNewPage }: DocumentModel, part: ChapterPart): boolean =>
  part === 'appendices' || chaptersOnNewPage;

function entriesOf(model: DocumentModel, part: ModelPart): ContentsEntry[] {
  if (part === 'body' || part === 'appendices') {
    return chaptersOf(model, part).map((section) => ({
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
