import { inject, Injectable, signal } from '@angular/core';
import { Api } from '../../api/generated/api';
import {
  addSampleSources,
  checkSource,
  deleteSource,
  editSource,
  listSources,
  undoSourceMerge,
} from '../../api/generated/functions';
import type { ImportReport, Source, SourceEdit } from '../../api/generated/models';
import { type Problem, problemOf } from '../../core/problem/problem';
import { correctionOf, type Difference } from './corrections';
import { type Merge, mergesOf } from './merging/merge';

const PER_PAGE = 100;
const PAGES_AT_ONCE = 3;

/** The sources of the open document. */
@Injectable()
export class SourcesStore {
  private readonly api = inject(Api);
  private readonly opened = signal<string | null>(null);
  /** Null until one is open. */
  readonly documentId = this.opened.asReadonly();

  /** Counts what was done to the sources here, to tell whether an answer is older than that. */
  private changes = 0;

  /** Null until the first of them have been loaded. */
  readonly sources = signal<readonly Source[] | null>(null);
  /** How many there are, whether they are here yet or not. */
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
      this.opened.set(documentId);
      this.sources.set(null);
    }
    await this.reload();
  }

  /** The first ones are there at once, however many there are. */
  async reload(): Promise<void> {
    await this.run(async (id) => {
      const { items, total, totalPages } = await this.page(id, 1);
      if (id !== this.documentId()) return;
      const change = ++this.changes;
      if (totalPages <= 1 || this.sources() === null) this.sources.set(items);
      this.total.set(total);
      const pages = Array.from({ length: Math.max(0, totalPages - 1) }, (_, at) => at + 2);
      const rest = await inTurns(pages, (page) => this.page(id, page));
      if (totalPages <= 1 || id !== this.documentId()) return;
      // what was changed meanwhile has moved the pages
      if (change === this.changes) this.put([...items, ...rest.flatMap((page) => page.items)]);
      else await this.reload();
    });
  }

  /**
   * Takes over what an import brought, without asking for the whole library again.
   * @param documentId for which it was; by now another one may be open
   * @returns what sources that were there before have learnt
   */
  take(documentId: string, { added, merged, merges }: ImportReport): Merge[] {
    if (documentId !== this.documentId()) return [];
    const sources = this.sources();
    if (sources === null) {
      void this.reload();
      return [];
    }
    const learnt = mergesOf(sources, { merged, merges });
    const changed = new Map([...added, ...merged].map((source) => [source.id, source]));
    const kept = sources.map((source) => {
      const newer = changed.get(source.id);
      changed.delete(source.id);
      return newer ?? source;
    });
    this.put([...kept, ...changed.values()]);
    return learnt;
  }

  /**
   * Takes over how the sources are now.
   * @param documentId of which; by now another one may be open
   */
  revise(documentId: string, revised: (sources: readonly Source[]) => readonly Source[]): void {
    const sources = this.sources();
    if (documentId === this.documentId() && sources !== null) this.put(revised(sources));
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

  /**
   * Takes out of a source what it took in of an entry.
   * @returns what stood in the way, which is not kept in {@link problems}
   */
  async undoMerge({ id: sourceId }: Source, mergeId: string): Promise<Problem | null> {
    const problem = await this.about(sourceId, async (id) => {
      this.change(sourceId, await this.api.invoke(undoSourceMerge, { id, sourceId, mergeId }));
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

  private page(id: string, page: number) {
    return this.api.invoke(listSources, { id, page, perPage: PER_PAGE });
  }

  private put(sources: readonly Source[]): void {
    this.changes++;
    this.sources.set(sources);
    this.total.set(sources.length);
  }

  private change(sourceId: string, change: Partial<Source>): void {
    this.changes++;
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

/** Some at a time: a browser keeps more waiting, and with them whatever else is asked. */
async function inTurns<Item, Result>(
  items: readonly Item[],
  ask: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for (let first = 0; first < items.length; first += PAGES_AT_ONCE) {
    results.push(...(await Promise.all(items.slice(first, first + PAGES_AT_ONCE).map(ask))));
  }
  return results;
}
