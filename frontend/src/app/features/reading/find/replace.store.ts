import { inject, Injectable, signal } from '@angular/core';
import type { Section } from '../../../api/generated/models';
import { type Problem, problemOf } from '../../../core/problem/problem';
import { DocumentStore } from '../../workspace/document.store';
import type { Query } from '../editor/plugins/finding';
import { StoredTexts } from '../stored-texts';
import { countIn, replacedIn } from './find-in-texts';

/** A section that has what is looked for. */
export interface Hit {
  id: string;
  title: string;
  count: number;
}

/** Finds and replaces in the sections that are not under the pen. */
@Injectable()
export class ReplaceStore {
  private readonly documents = inject(DocumentStore);
  private readonly texts = inject(StoredTexts);

  readonly hits = signal<readonly Hit[]>([]);
  readonly busy = signal(false);
  readonly problem = signal<Problem | null>(null);

  /** @param except id of the section under the pen */
  look(query: Query, except: string): void {
    const titles = new Map(this.documents.outlineSections().map(({ id, title }) => [id, title]));
    const hits = this.sections(except).map(({ id, content, title }) => ({
      ...{ id, title: titles.get(id) ?? title },
      count: countIn(content, query),
    }));
    this.hits.set(hits.filter(({ count }) => count > 0));
  }

  /** Each section is stored on the version that was looked through; it stops at the first refusal. */
  async replace(query: Query, replacement: string, except: string): Promise<void> {
    const documentId = this.documents.document()?.id;
    if (documentId === undefined || this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    try {
      for (const { id, content, version } of this.sections(except)) {
        if (countIn(content, query) === 0) continue;
        const text = { content: replacedIn(content, query, replacement), version };
        await this.texts.store(documentId, id, text);
      }
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(false);
      this.look(query, except);
    }
  }

  private sections(except: string): Section[] {
    const all = this.documents.document()?.sections ?? [];
    return all.filter(({ id, content }) => id !== except && content !== '');
  }
}
