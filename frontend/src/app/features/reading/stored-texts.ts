import { inject, Injectable } from '@angular/core';
import { Api } from '../../api/generated/api';
import {
  getFrontText,
  getSection,
  updateFrontText,
  updateSection,
} from '../../api/generated/functions';
import type { AcceptedSuggestion } from '../../api/generated/models';
import { DocumentStore } from '../workspace/document.store';
import { FrontMatterStore } from './front-matter/front-matter.store';
import { isFrontPart } from './front-matter/front-parts';

/** What sections and the texts in front of them have in common to those who edit them. */
export interface StoredText {
  content: string;
  version: number;
}

/** Reads and stores the texts of the open document, each by the id of its section or its part. */
@Injectable()
export class StoredTexts {
  private readonly api = inject(Api);
  private readonly documents = inject(DocumentStore);
  private readonly frontMatter = inject(FrontMatterStore);

  /** As it was last heard of. */
  known(sectionId: string): StoredText | undefined {
    if (isFrontPart(sectionId)) return this.frontMatter.text(sectionId);
    return this.documents.document()?.sections.find(({ id }) => id === sectionId);
  }

  async read(id: string, sectionId: string): Promise<StoredText> {
    if (isFrontPart(sectionId)) {
      const text = await this.api.invoke(getFrontText, { id, part: sectionId });
      this.frontMatter.know(text);
      return text;
    }
    const section = await this.api.invoke(getSection, { id, sectionId });
    this.documents.knowSection(section);
    return section;
  }

  /**
   * @param version that the text must still have
   * @param accepted changes of suggestions that were taken over into it
   * @returns as it is stored now
   */
  async store(
    id: string,
    sectionId: string,
    text: StoredText,
    accepted: AcceptedSuggestion[] = [],
  ): Promise<StoredText> {
    const { content, version } = text;
    const params = { id, body: { content }, 'if-match': `"${String(version)}"` };
    if (isFrontPart(sectionId)) {
      const stored = await this.api.invoke(updateFrontText, { ...params, part: sectionId });
      this.frontMatter.know(stored);
      return stored;
    }
    const body = accepted.length === 0 ? { content } : { content, accepted };
    const section = await this.api.invoke(updateSection, { ...params, sectionId, body });
    this.documents.knowSection(section);
    return section;
  }
}
