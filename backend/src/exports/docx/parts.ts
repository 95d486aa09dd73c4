import type { FileChild } from 'docx';
import {
  type ChapterPart,
  chaptersOf,
  contentsOf,
  type DocumentModel,
  headingText,
  type ModelPart,
  onOwnPages,
} from '../model/document-model';
import { bibliography } from './bibliography';
import type { BlockRenderer } from './blocks';
import { captionList, contents, frontText } from './front-matter';
import { heading, type HeadingPages } from './headings';

/** Sets the parts of a document, whatever their order. */
export class PartRenderer {
  private readonly indexes: ReadonlyMap<string, number>;

  constructor(
    private readonly model: DocumentModel,
    private readonly blocks: BlockRenderer,
    private readonly pages: HeadingPages,
  ) {
    this.indexes = new Map(contentsOf(model).map(({ id }, index) => [id, index]));
  }

  /** Parts one after the other; the first stands at the top of a page already. */
  render(parts: readonly ModelPart[]): FileChild[] {
    return parts.flatMap((part, index) => this.part(part, index > 0));
  }

  private part(part: ModelPart, onNewPage: boolean): FileChild[] {
    const { model, blocks, pages } = this;
    switch (part) {
      case 'title_page':
        return [];
      case 'acknowledgements':
      case 'abstract':
      case 'second_abstract':
      case 'abbreviations': {
        const text = model.frontMatter[part];
        return text === null ? [] : frontText(text, blocks, onNewPage);
      }
      case 'contents':
        return contents(model, pages, onNewPage);
      case 'list_of_figures':
      case 'list_of_tables': {
        const list = model.captionLists[part];
        return list === null ? [] : captionList(list, model.layout, pages, onNewPage);
      }
      case 'body':
      case 'appendices':
        return this.chapters(part, onNewPage);
      case 'bibliography':
        return model.bibliography === null
          ? []
          : bibliography(model.bibliography, this.place(model.bibliography.id, onNewPage));
      case 'declaration':
        return this.declaration(onNewPage);
    }
  }

  private place(id: string, onNewPage: boolean) {
    return { index: this.indexes.get(id) ?? 0, onNewPage };
  }

  private chapters(part: ChapterPart, onNewPage: boolean): FileChild[] {
    const ownPages = onOwnPages(this.model, part);
    return chaptersOf(this.model, part).flatMap((section, index) => {
      const { id, level, plainNumber } = section;
      const breaks = index === 0 ? onNewPage : level === 1 && ownPages;
      return [
        heading(headingText(section), {
          level,
          ...this.place(id, breaks),
          referred: { id, number: plainNumber || section.title },
        }),
        ...this.blocks.render(section.blocks),
      ];
    });
  }

  private declaration(onNewPage: boolean): FileChild[] {
    const { declaration } = this.model;
    if (declaration === null) return [];
    const text = declaration.paragraphs.map((paragraph) => ({
      kind: 'paragraph' as const,
      text: [{ text: paragraph }],
    }));
    return [
      heading(declaration.title, { level: 1, ...this.place(declaration.id, onNewPage) }),
      ...this.blocks.render(text),
    ];
  }
}
