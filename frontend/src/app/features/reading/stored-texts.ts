import { inject, Injectable } from '@angular/core';
import { Api } from '../../api/generated/api';
import {
  getAbstract,
  getSection,
  updateAbstract,
  updateSection,
} from '../../api/generated/functions';
import type { AcceptedSuggestion } from '../../api/generated/models';
import { DocumentStore } from '../workspace/document.store';
import { AbstractStore } from './abstract/abstract.store';

/** Stands where the id of a section may stand. */
export const ABSTRACT = 'abstract';

/** What a section and the abstract have in common to those who edit them. */
export interface StoredText {
  content: string;
  version: number;
}

/** Reads and stores the texts of the open document, each by the id of its section. */
@Injectable()
export class StoredTexts {
  private readonly api = inject(Api);
  private readonly documents = inject(DocumentStore);
  private readonly abstracts = inject(AbstractStore);

  /** As it was last heard of. */
  known(sectionId: string): StoredText | undefined {
    if (sectionId === ABSTRACT) return this.abstracts.abstract() ?? undefined;
    return this.documents.document()?.sections.find(({ id }) => id === sectionId);
  }

  async read(id: string, sectionId: string): Promise<StoredText> {
    if (sectionId === ABSTRACT) {
      const abstract = await this.api.invoke(getAbstract, { id });
      this.abstracts.know(abstract);
      return abstract;
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
    if (sectionId === ABSTRACT) {
      const abstract = await this.api.invoke(updateAbstract, params);
      this.abstracts.know(abstract);
      return abstract;
    }
    const body = accepted.length === 0 ? { content } : { content, accepted };
    const section = await this.api.invoke(updateSection, { ...params, sectionId, body });
    this.documents.knowSection(section);
    return section;
  }
}
