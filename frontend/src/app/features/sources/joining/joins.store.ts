import { computed, inject, Injectable, signal } from '@angular/core';
import { Api } from '../../../api/generated/api';
import {
  getSource,
  listSourceCitations,
  mergeSource,
  undoMergeSource,
} from '../../../api/generated/functions';
import type { Source } from '../../../api/generated/models';
import { type Problem, problemOf } from '../../../core/problem/problem';
import { DocumentStore } from '../../workspace/document.store';
import { SourcesStore } from '../sources.store';

/** Two sources that have become one. */
export interface Join {
  documentId: string;
  /** As it was. */
  gone: Source;
  /** The one that stayed, as it was. */
  into: Source;
  /** Where the one that went stood among the sources. */
  place: number;
  /** Sections whose citations name another source now. */
  sections: number;
  /** They are two again. */
  undone: boolean;
}

/** Makes one of two sources that are the same work, and two again. */
@Injectable()
export class JoinsStore {
  private readonly api = inject(Api);
  private readonly sources = inject(SourcesStore);
  private readonly documents = inject(DocumentStore);

  private readonly made = signal<readonly Join[]>([]);
  /** The one that goes, or comes back, by its id. */
  readonly busy = signal<string | null>(null);
  /** What stood in the way of taking them apart, by the id of the one that went. */
  readonly problems = signal<Readonly<Record<string, Problem>>>({});

  /** Of the open document, the newest first; none whose other source has gone too since. */
  readonly joins = computed(() => {
    const ids = new Set(this.sources.sources()?.map(({ id }) => id));
    const documentId = this.sources.documentId();
    return this.made().filter((join) => join.documentId === documentId && ids.has(join.into.id));
  });

  /** How often the text cites a source; null where nobody can tell just now. */
  async citationsOf({ id: sourceId }: Source): Promise<number | null> {
    const id = this.sources.documentId();
    if (id === null) return null;
    try {
      return (await this.api.invoke(listSourceCitations, { id, sourceId })).items.length;
    } catch {
      return null;
    }
  }

  /** @returns what stood in the way */
  join(gone: Source, into: Source): Promise<Problem | null> {
    return this.change(gone, async (id) => {
      const place = this.sources.sources()?.findIndex((source) => source.id === gone.id) ?? 0;
      const body = { into: into.id };
      const { sections } = await this.api.invoke(mergeSource, { id, sourceId: gone.id, body });
      const made = { documentId: id, gone, into, place, sections: sections.length, undone: false };
      // what the one that goes had taken in stays for good
      this.made.update((all) => [made, ...all.filter((join) => join.into.id !== gone.id)]);
      await this.learn(id, [into.id], (sources) => sources.filter((one) => one.id !== gone.id));
    });
  }

  /** @returns what stood in the way, also kept in {@link problems} */
  async takeApart({ gone, into, place }: Join): Promise<Problem | null> {
    this.problems.update(({ [gone.id]: _, ...others }) => others);
    const problem = await this.change(gone, async (id) => {
      await this.api.invoke(undoMergeSource, { id, sourceId: gone.id });
      await this.learn(id, [into.id, gone.id], (sources) =>
        sources.filter((one) => one.id !== gone.id).toSpliced(place, 0, gone),
      );
      this.made.update((joins) =>
        joins.map((join) => (join.gone.id === gone.id ? { ...join, undone: true } : join)),
      );
    });
    if (problem !== null) this.problems.update((all) => ({ ...all, [gone.id]: problem }));
    return problem;
  }

  putAway({ gone }: Join): void {
    this.made.update((joins) => joins.filter((join) => join.gone.id !== gone.id));
  }

  /** What is two again needs no mention for long. */
  putUndoneAway(): void {
    this.made.update((joins) => joins.filter(({ undone }) => !undone));
  }

  /** Takes over what has changed: the sources, and the text and outline that name them. */
  private async learn(
    id: string,
    changed: readonly string[],
    rearranged: (sources: readonly Source[]) => readonly Source[],
  ): Promise<void> {
    this.sources.revise(id, rearranged);
    const ask = (sourceId: string) => this.api.invoke(getSource, { id, sourceId });
    try {
      const newer = new Map((await Promise.all(changed.map(ask))).map((one) => [one.id, one]));
      this.sources.revise(id, (all) => all.map((source) => newer.get(source.id) ?? source));
    } catch {
      await this.sources.reload();
    }
    if (this.documents.document()?.id === id) await this.documents.reload();
  }

  private async change(
    { id: goneId }: Source,
    step: (documentId: string) => Promise<void>,
  ): Promise<Problem | null> {
    const id = this.sources.documentId();
    if (id === null) return null;
    this.busy.set(goneId);
    try {
      await step(id);
      return null;
    } catch (error) {
      const problem = problemOf(error);
      // one of them is gone, or they became two again elsewhere
      if (problem.status === 404) void this.sources.reload();
      return problem;
    } finally {
      this.busy.set(null);
    }
  }
}
