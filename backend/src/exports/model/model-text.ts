import { type BibliographyEntry, plainText } from '../../citations';
import {
  type Block,
  contentsOf,
  type DocumentModel,
  headingText,
  type ListBlock,
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

function blockText(block: Block): string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'subheading':
      return [plainText(block.text)];
    case 'code':
      return [block.text];
    case 'quote':
      return block.blocks.flatMap(blockText);
    case 'list':
      return listText(block);
    case 'table':
      return block.rows.flat().map(plainText);
  }
}

function entryText({ label, text }: BibliographyEntry): string {
  return [label, plainText(text)].filter((part) => part !== null).join(' ');
}

/**
 * The plain text of an export in reading order, one paragraph a line: what a reader of either file
 * reads, without page numbers.
 */
export function modelText(model: DocumentModel): string {
  const { documentType, title, author, year, notice } = model.titlePage;
  const { bibliography } = model;
  const lines = [
    documentType,
    title,
    author,
    notice,
    year,
    model.contentsTitle,
    ...contentsOf(model).map(({ text }) => text),
    ...model.sections.flatMap((section) => [
      headingText(section),
      ...section.blocks.flatMap(blockText),
    ]),
    ...(bibliography ? [bibliography.title, ...bibliography.entries.map(entryText)] : []),
  ];
  return lines.filter((line) => line !== null && line !== '').join('\n');
}
