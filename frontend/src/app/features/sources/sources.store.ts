import { inject, Injectable, signal } from '@angular/core';
import { Api } from '../../api/generated/api';
import {
  addSampleSources,
  checkSource,
  deleteSource,
  editSource,
  listSources,
} from '../../api/generated/functions';
import type { ImportReport, Source, SourceEdit } from '../../api/generated/models';
import { type Problem, problemOf } from '../../core/problem/problem';
import { correctionOf, type Difference } from './corrections';

const PER_PAGE = 100;

/** The sources of the open document. */
@Injectable()
export class SourcesStore {
  private readonly api = inject(Api);
  private readonly documentId = signal<string | null>(null);

  /** Null until they have been loaded. */
  readonly sources = signal<readonly Source[] | null>(null);
  readonly total = signal<number | null>(null);
  readonly busy = signal<'sample' | null>(null);
  /** What went wrong with the library as a whole. */
  readonly problem = signal<Problem | null>(null);

  /** Ids of the sources that something is being done about. */
  readonly working = signal<ReadonlySet<string>>(new Set());
  /** What went wrong with one source, by its id. */
  readonly problems = signal<Readonly<Record<string, Problem>>>({});

  async load(documentId: string): Promise<void> {
    if (this.documentId() !== documentId) {
      this.documentId.set(documentId);
      this.sources.set(null);
    }
    await this.reload();
  }

  async reload(): Promise<void> {
    await this.run(async (id) => {
      const page = (page: number) => this.api.invoke(listSources, { id, page, perPage: PER_PAGE });
      const first = await page(1);
      const others = Array.from({ length: Math.max(0, first.totalPages - 1) }, (_, at) => at + 2);
      const rest = await Promise.all(others.map(page));
      if (id !== this.documentId()) return;
      this.put([first, ...rest].flatMap(({ items }) => items));
    });
  }

  /**
   * Takes over what an import brought, without asking for the whole library again.
   * @param documentId for which it was; by now another one may be open
   */
  take(documentId: string, { added, merged }: ImportReport): void {
    if (documentId !== this.documentId()) return;
    const sources = this.sources();
    if (sources === null) {
      void this.reload();
      return;
    }
    const changed = new Map([...added, ...merged].map((source) => [source.id, source]));
    const kept = sources.map((source) => {
      const newer = changed.get(source.id);
      changed.delete(source.id);
      return newer ?? source;
    });
    this.put([...kept, ...changed.values()]);
  }

  /** @returns what came of it, or null with {@link problem} set */
  async importSample(): Promise<ImportReport | null> {
    this.busy.set('sample');
    const report = await this.run(async (id) => {
      const brought = await this.api.invoke(addSampleSources, { id });
      this.take(id, brought);
      return brought;
    });
    this.busy.set(null);
    return report;
  }

  /** @returns whether it is gone; one that was gone before is as good */
  async remove({ id: sourceId }: Source): Promise<boolean> {
    const problem = await this.about(sourceId, async (id) => {
      try {
        await this.api.invoke(deleteSource, { id, sourceId });
      } catch (error) {
        if (problemOf(error).status !== 404) throw error;
      }
      this.put((this.sources() ?? []).filter((source) => source.id !== sourceId));
    });
    return problem === null;
  }

  /** @returns what stood in the way, which is not kept in {@link problems} */
  async edit({ id: sourceId }: Source, body: SourceEdit): Promise<Problem | null> {
    const problem = await this.about(sourceId, async (id) => {
      const edited = await this.api.invoke(editSource, { id, sourceId, body });
      this.change(sourceId, edited);
    });
    this.forget(sourceId);
    return problem;
  }

  /** Finds out whether the work exists. @returns what stood in the way */
  async check({ id: sourceId }: Source): Promise<Problem | null> {
    return this.about(sourceId, async (id) => {
      const check = await this.api.invoke(checkSource, { id, sourceId });
      this.change(sourceId, { check });
    });
  }

  /**
   * Makes a reference say of one field what the found record says, then compares them again. What
   * else differs stays in sight meanwhile.
   */
  async correct(source: Source, difference: Difference): Promise<void> {
    const problem = await this.about(source.id, async (id) => {
      const body = correctionOf(source, difference);
      const edited = await this.api.invoke(editSource, { id, sourceId: source.id, body });
      this.change(source.id, { ...edited, check: without(source.check, difference) });
    });
    if (problem !== null || (await this.check(source)) === null) return;
    this.change(source.id, { check: null });
  }

  /** Puts away what stood in the way. */
  forget(sourceId: string): void {
    this.problems.update(({ [sourceId]: _, ...others }) => others);
  }

  private put(sources: readonly Source[]): void {
    this.sources.set(sources);
    this.total.set(sources.length);
  }

  private change(sourceId: string, change: Partial<Source>): void {
    const changed = (source: Source) =>
      source.id === sourceId ? { ...source, ...change } : source;
    this.sources.update((sources) => sources?.map(changed) ?? null);
  }

  /** Does something about one source, and keeps what stood in the way beside it. */
  private async about(
    sourceId: string,
    step: (documentId: string) => Promise<void>,
  ): Promise<Problem | null> {
    const id = this.documentId();
    if (id === null) return null;
    this.forget(sourceId);
    this.working.update((ids) => new Set([...ids, sourceId]));
    try {
      await step(id);
      return null;
    } catch (error) {
      const problem = problemOf(error);
      this.problems.update((problems) => ({ ...problems, [sourceId]: problem }));
      return problem;
    } finally {
      this.working.update((ids) => new Set([...ids].filter((one) => one !== sourceId)));
    }
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

const without = (check: Source['check'], { field }: Difference): Source['check'] =>
  check && { ...check, differences: check.differences.filter((one) => one.field !== field) };
