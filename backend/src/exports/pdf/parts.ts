import {
  type ChapterPart,
  chaptersOf,
  type DeclarationModel,
  type DocumentModel,
  headingText,
  type ModelPart,
  onOwnPages,
} from '../model/document-model';
import { bibliography } from './bibliography';
import { blockNodes } from './blocks';
import { captionList, contents, frontText } from './front-matter';
import { heading } from './headings';
import type { Setting, Spaced } from './nodes';
import type { PageLabels } from './page-numbers';

function declared({ id, title, paragraphs }: DeclarationModel, setting: Setting): Spaced[] {
  const blocks = paragraphs.map((paragraph) => ({
    kind: 'paragraph' as const,
    text: [{ text: paragraph }],
  }));
  return [
    heading(title, { id, level: 1, onNewPage: true }, setting),
    ...blockNodes(blocks, setting.layout),
  ];
}

function chapters(model: DocumentModel, part: ChapterPart): Spaced[] {
  let chapter: string | undefined;
  return chaptersOf(model, part).flatMap((section, index): Spaced[] => {
    const { id, level, blocks } = section;
    // The first chapter always leaves the page of what stands before it
    const onNewPage = index === 0 || (level === 1 && onOwnPages(model, part));
    const parent = level === 1 || chapter === undefined ? {} : { parentId: chapter };
    if (level === 1) chapter = id;
    const title = heading(headingText(section), { id, level, onNewPage, ...parent }, model);
    return [title, ...blockNodes(blocks, model.layout)];
  });
}

/** A part of a document, on a page of its own; nothing for one that it does not have. */
export function partNodes(model: DocumentModel, part: ModelPart, labels: PageLabels): Spaced[] {
  switch (part) {
    case 'title_page':
      return [];
    case 'acknowledgements':
    case 'abstract':
    case 'second_abstract':
    case 'abbreviations': {
      const text = model.frontMatter[part];
      return text === null ? [] : frontText(text, model);
    }
    case 'contents':
      return contents(model, labels);
    case 'list_of_figures':
    case 'list_of_tables': {
      const list = model.captionLists[part];
      return list === null ? [] : captionList(list, model, labels);
    }
    case 'body':
    case 'appendices':
      return chapters(model, part);
    case 'bibliography':
      return model.bibliography === null ? [] : bibliography(model.bibliography, model);
    case 'declaration':
      return model.declaration === null ? [] : declared(model.declaration, model);
  }
}
