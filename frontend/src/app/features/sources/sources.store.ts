import { inject, Injectable, signal } from '@angular/core';
import { Api } from '../../api/generated/api';
import { addSampleSources, deleteSource, listSources } from '../../api/generated/functions';
import type { ImportReport, Source } from '../../api/generated/models';
import { type Problem, problemOf } from '../../core/problem/problem';

const PER_PAGE = 100;

/** The sources of the open document. */
@Injectable()
export class SourcesStore {
  private readonly api = inject(Api);
  private readonly documentId = signal<string | null>(null);

  /** Null until they have been loaded. */
  readonly sources = signal<Source[] | null>(null);
  readonly total = signal<number | null>(null);
  readonly busy = signal<'sample' | 'remove' | null>(null);
  readonly problem = signal<Problem | null>(null);

  async load(documentId: string): Promise<void> {
    if (this.documentId() !== documentId) {
      this.documentId.set(documentId);
      this.sources.set(null);
    }
    await this.reload();
  }

  async reload(): Promise<void> {
    await this.run(async (documentId) => {
      const first = await this.api.invoke(listSources, {
        id: documentId,
        page: 1,
        perPage: PER_PAGE,
      });
      const all = [...first.items];
      for (let page = 2; page <= first.totalPages; page++) {
        const next = await this.api.invoke(listSources, {
          id: documentId,
          page,
          perPage: PER_PAGE,
        });
        all.push(...next.items);
      }
      this.sources.set(all);
      this.total.set(first.total);
    });
  }

  /** @returns what came of it, or null with {@link problem} set */
  async importSample(): Promise<ImportReport | null> {
    this.busy.set('sample');
    const report = await this.run((documentId) =>
      this.api.invoke(addSampleSources, { id: documentId }),
    );
    if (report !== null) await this.reload();
    this.busy.set(null);
    return report;
  }

  async remove(source: Source): Promise<void> {
    this.busy.set('remove');
    const done = await this.run(async (documentId) => {
      await this.api.invoke(deleteSource, { id: documentId, sourceId: source.id });
      return true;
    });
    if (done) await this.reload();
    this.busy.set(null);
  }

  private async run<Result>(step: (documentId: string) => Promise<Result>): Promise<Result | null> {
    const id = this.documentId();
    if (id === null) return null;
    this.problem.set(null);
    try {
      return await step(id);
    } catch (error) {
      this.problem.set(problemOf(error));
      return null;
    }
  }
}
