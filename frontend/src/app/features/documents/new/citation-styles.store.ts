import { inject, Injectable, signal } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { listCitationStyles } from '../../../api/generated/functions';
import type { CitationStyleItem, CreateDocument } from '../../../api/generated/models';
import { type Problem, problemOf } from '../../../core/problem/problem';

type Language = CreateDocument['language'];

/** The styles a document can choose from, with samples in its language. */
@Injectable()
export class CitationStylesStore {
  private readonly api = inject(Api);
  private wanted: Language | null = null;

  readonly styles = signal<readonly CitationStyleItem[]>([]);
  readonly problem = signal<Problem | null>(null);

  /** Keeps the samples of the language before until the new ones are there. */
  async load(language: Language): Promise<void> {
    this.wanted = language;
    this.problem.set(null);
    try {
      const { items } = await this.api.invoke(listCitationStyles, { language });
      // A slow answer for a language that is no longer chosen comes too late
      if (this.wanted === language) this.styles.set(items);
    } catch (error) {
      if (this.wanted === language) this.problem.set(problemOf(error));
    }
  }
}
