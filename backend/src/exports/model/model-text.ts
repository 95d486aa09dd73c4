import type { BibliographyEntry } from '../../citations/csl/citation-formatter';
import { plainText } from '../../citations/csl/formatted-text';
import { captionHead, captionLine, captionNumber } from './caption-text';
import {
  type Block,
  type Caption,
  chaptersOf,
  contentsOf,
  type DocumentModel,
  type FigureBlock,
  headingText,
  type InlineText,
  type ListBlock,
  type ModelPart,
  type Note,
} from './document-model';

/** What stands before an item of a list, at every depth. */
export function listMarker({ ordered, start }: ListBlock, index: number): string {
  return ordered ? `${String(start + index)}.` : '•';
}

function listText(list: ListBlock): string[] {
  return list.items.flatMap((blocks, index) => [
    listMarker(list, index),
    ...blocks.flatMap(blockText),
  ]);
}

/** With the numbers of notes, which stand in the caption itself. */
const captionText = (caption: Caption) => `${captionHead(caption)}${plainText(caption.text)}`;

function withCaption<Part>(
  caption: Caption | null,
  parts: readonly Part[],
  set: (caption: Caption) => Part,
): Part[] {
  if (caption === null) return [...parts];
  return caption.position === 'above' ? [set(caption), ...parts] : [...parts, set(caption)];
}

/** An image has no text, but its placeholder has. */
const figureText = ({ image, altText }: FigureBlock) => (image === null ? [altText] : []);

function blockText(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'subheading':
      return [plainText(block.text)];
    case 'code':
      return [block.text];
    case 'formula':
      return block.number === null ? [] : [`(${captionNumber(block.number)})`];
    case 'quote':
      return block.blocks.flatMap(blockText);
    case 'list':
      return listText(block);
    case 'figure':
      return withCaption(block.caption, figureText(block), captionText);
    case 'table':
      return withCaption(block.caption, block.rows.flat().map(plainText), captionText);
  }
}

function inlinesOf(block: Block): InlineText[] {
  switch (block.kind) {
    case 'paragraph':
    case 'subheading':
      return [block.text];
    case 'code':
    case 'formula':
      return [];
    case 'quote':
      return block.blocks.flatMap(inlinesOf);
    case 'list':
      return block.items.flat().flatMap(inlinesOf);
    case 'figure':
      return withCaption(block.caption, [], ({ text }) => text);
    case 'table':
      return withCaption(block.caption, block.rows.flat(), ({ text }) => text);
  }
}

/** The footnotes of a document in order. */
export function notesOf({ sections, appendices }: DocumentModel): Note[] {
  return [...sections, ...appendices]
    .flatMap(({ blocks }) => blocks.flatMap(inlinesOf).flat())
    .flatMap(({ note }) => (note === undefined ? [] : [note]));
}

function entryText({ label, text }: BibliographyEntry): string {
  return [label, plainText(text)].filter((part) => part !== null).join(' ');
}

/**
 * The plain text of an export in reading order, one paragraph a line: what a reader of either file
 * reads, without page numbers and footnotes ({@link notesOf}).
 */
export function modelText(model: DocumentModel): string {
  const lines = model.parts.flatMap((part) => partText(model, part));
  return lines.filter((line) => line !== '').join('\n');
}

function partText(model: DocumentModel, part: ModelPart): string[] {
  const { bibliography, declaration } = model;
  switch (part) {
    case 'title_page':
      return model.titlePage.lines.map(({ text }) => text);
    case 'acknowledgements':
    case 'abstract':
    case 'second_abstract':
    case 'abbreviations': {
      const text = model.frontMatter[part];
      return text ? [text.title, ...text.blocks.flatMap(blockText)] : [];
    }
    case 'contents':
      return [model.contentsTitle, ...contentsOf(model).map(({ text }) => text)];
    case 'list_of_figures':
    case 'list_of_tables': {
      const list = model.captionLists[part];
      return list ? [list.title, ...list.captions.map(captionLine)] : [];
    }
    case 'body':
    case 'appendices':
      return chaptersOf(model, part).flatMap((section) => [
        headingText(section),
        ...section.blocks.flatMap(blockText),
      ]);
    case 'bibliography':
      return bibliography ? [bibliography.title, ...bibliography.entries.map(entryText)] : [];
    case 'declaration':
      return declaration ? [declaration.title, ...declaration.paragraphs] : [];
  }
}
