import type { BibliographyEntry } from '../../../citations';
import { captionLine } from '../../model/caption-text';
import {
  type CaptionListModel,
  type ChapterPart,
  chaptersOf,
  contentsOf,
  type DocumentModel,
  headingText,
  type ModelPart,
  onOwnPages,
} from '../../model/document-model';
import { titleSize, titleSpacing, TITLE_PAGE, TYPE } from '../../typography/typography';
import { referenceBookmark } from '../fields';
import { headingBookmark } from '../headings';
import { type FlowBlock, type FlowParagraph, Uncountable } from './flow';
import { FlowBlocks } from './flow-blocks';
import { length, measured } from './set-lines';

/** Where docx sets the page numbers of the contents; a line that comes near may need one more. */
const NUMBERS_AT = 9025 / 20;
const NEAR = 30;

/** The parts of a document as they are set in its Word file. */
export class FlowParts {
  private readonly blocks: FlowBlocks;
  private readonly indexes: ReadonlyMap<string, number>;

  constructor(private readonly model: DocumentModel) {
    this.blocks = new FlowBlocks(model.layout);
    this.indexes = new Map(contentsOf(model).map(({ id }, index) => [id, index]));
  }

  /** @throws Uncountable */
  render(parts: readonly ModelPart[]): FlowBlock[] {
    return parts.flatMap((part, index) => this.part(part, index > 0));
  }

  titlePage(): FlowParagraph[] {
    const { titlePage, layout } = this.model;
    const { above, gap } = titleSpacing(titlePage.lines.length, layout);
    const side = 2 * length(TYPE.blockIndent);
    return titlePage.lines.map(({ field, text }, index) => {
      const spaces = { before: index === 0 ? above : 0, after: gap };
      if (field === 'notice') {
        const size = TITLE_PAGE.noticeSize;
        const set = { size, spacing: TYPE.tightSpacing, width: this.blocks.width - side };
        return this.blocks.paragraph([{ text, italic: true }], { ...spaces, ...set });
      }
      const isTitle = field === 'title';
      const size = isTitle ? titleSize(titlePage.title) : TITLE_PAGE.typeSize;
      return this.blocks.paragraph([{ text, bold: isTitle }], { ...spaces, size });
    });
  }

  private part(part: ModelPart, onNewPage: boolean): FlowBlock[] {
    const { frontMatter, contentsTitle, captionLists, bibliography, declaration } = this.model;
    const titled = (text: string) => this.blocks.heading([{ text }], 1, { onNewPage });
    switch (part) {
      case 'title_page':
        return [];
      case 'acknowledgements':
      case 'abstract':
      case 'second_abstract':
      case 'abbreviations': {
        const text = frontMatter[part];
        return text === null ? [] : [titled(text.title), ...this.blocks.render(text.blocks)];
      }
      case 'contents':
        return [titled(contentsTitle), ...this.contents()];
      case 'list_of_figures':
      case 'list_of_tables': {
        const list = captionLists[part];
        return list === null ? [] : [titled(list.title), ...this.captions(list)];
      }
      case 'body':
      case 'appendices':
        return this.chapters(part, onNewPage);
      case 'bibliography':
        if (bibliography === null) return [];
        return [
          this.listed(bibliography.title, bibliography.id, onNewPage),
          ...bibliography.entries.map((entry) => this.work(entry)),
        ];
      case 'declaration':
        if (declaration === null) return [];
        return [
          this.listed(declaration.title, declaration.id, onNewPage),
          ...this.blocks.render(
            declaration.paragraphs.map((text) => ({ kind: 'paragraph', text: [{ text }] })),
          ),
        ];
    }
  }

  /** @param also bookmarks in it besides that of the contents */
  private listed(
    text: string,
    id: string,
    onNewPage: boolean,
    level: 1 | 2 = 1,
    also: readonly string[] = [],
  ): FlowParagraph {
    const marks = [headingBookmark(this.indexes.get(id) ?? 0), ...also];
    return this.blocks.heading([{ text }], level, { onNewPage, marks });
  }

  private entry(text: string, indent: number): FlowParagraph {
    const { font, size } = this.model.layout;
    const setting = { font, size, spacing: TYPE.tightSpacing, after: TYPE.entryGap / 2 };
    const width = this.blocks.width - length(indent);
    const { last } = measured([{ text }], { ...setting, width });
    if (last > NUMBERS_AT - length(indent) - NEAR) throw new Uncountable('A full line of contents');
    return this.blocks.paragraph([{ text }], { ...setting, width });
  }

  /** Its label stands where the first line hangs out. */
  private work({ label, text }: BibliographyEntry): FlowParagraph {
    const hanging = length(TYPE.hangingIndent);
    const setting = { spacing: TYPE.tightSpacing, after: TYPE.entryGap };
    const indent = label === null ? -hanging : 0;
    return this.blocks.paragraph(text, {
      ...{ ...setting, indent, width: this.blocks.width - hanging },
    });
  }

  private contents(): FlowParagraph[] {
    return contentsOf(this.model).map(({ text, level }) =>
      this.entry(text, (level - 1) * TYPE.blockIndent),
    );
  }

  private captions({ captions }: CaptionListModel): FlowParagraph[] {
    return captions.map((caption) => this.entry(captionLine(caption), 0));
  }

  private chapters(part: ChapterPart, onNewPage: boolean): FlowBlock[] {
    const ownPages = onOwnPages(this.model, part);
    return chaptersOf(this.model, part).flatMap((section, index) => {
      const { id, level } = section;
      const breaks = index === 0 ? onNewPage : level === 1 && ownPages;
      return [
        this.listed(headingText(section), id, breaks, level, [referenceBookmark(id)]),
        ...this.blocks.render(section.blocks),
      ];
    });
  }
}
