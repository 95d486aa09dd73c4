import { computed, inject, Injectable, signal } from '@angular/core';
import { Api } from '../../../api/generated/api';
import {
  getSource,
  listGoneSources,
  listSourceCitations,
  mergeSource,
  undoMergeSource,
} from '../../../api/generated/functions';
import type { Source } from '../../../api/generated/models';
import { type Problem, problemOf } from '../../../core/problem/problem';
import { DocumentStore } from '../../workspace/document.store';
import { SourcesStore } from '../sources.store';

/** A source that became one with another. */
export interface Join {
  documentId: string;
  gone: Pick<Source, 'id' | 'key' | 'title'>;
  /** Id of the one that stayed. */
  into: string;
  /** Sections whose citations name another source now. */
  sections: number;
  /** Just now, so that it is told of at once. */
  fresh: boolean;
  /** They are two again. */
  undone: boolean;
}

/** The same with the source that stayed, as it is now. */
export type ShownJoin = Join & { stayed: Source };

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
  private readonly joins = computed(() => {
    const sources = new Map(this.sources.sources()?.map((source) => [source.id, source]));
    const documentId = this.sources.documentId();
    return this.made().flatMap((join): ShownJoin[] => {
      const stayed = sources.get(join.into);
      return stayed && join.documentId === documentId ? [{ ...join, stayed }] : [];
    });
  });
  readonly fresh = computed(() => this.joins().filter(({ fresh }) => fresh));
  readonly earlier = computed(() => this.joins().filter(({ fresh }) => !fresh));

  /** Learns of earlier ones; without an answer nothing is offered, and nothing else is amiss. */
  async load(documentId: string): Promise<void> {
    try {
      const { items } = await this.api.invoke(listGoneSources, { id: documentId });
      const known = new Set(this.made().map(({ gone }) => gone.id));
      const earlier = items
        .filter(({ id }) => !known.has(id))
        .map((gone) => {
          const { into, sections } = gone;
          return { documentId, gone, into, sections, fresh: false, undone: false };
        });
      this.made.update((joins) => [...joins, ...earlier]);
    } catch {
      // they are there still when the page is next opened
    }
  }

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
  join(gone: Source, { id: into }: Source): Promise<Problem | null> {
    return this.change(gone.id, async (id) => {
      const { sections } = await this.api.invoke(mergeSource, {
        ...{ id, sourceId: gone.id },
        body: { into },
      });
      const made = { ...{ documentId: id, gone, into }, sections: sections.length };
      this.made.update((joins) => [{ ...made, fresh: true, undone: false }, ...joins]);
      await this.learn(id, [into], gone.id);
    });
  }

  /** @returns what stood in the way, also kept in {@link problems} */
  async takeApart({ gone: { id: sourceId }, into }: Join): Promise<Problem | null> {
    this.problems.update(({ [sourceId]: _, ...others }) => others);
    const problem = await this.change(sourceId, async (id) => {
      await this.api.invoke(undoMergeSource, { id, sourceId });
      await this.learn(id, [into, sourceId]);
      this.made.update((joins) =>
        joins.map((join) =>
          join.gone.id === sourceId ? { ...join, fresh: true, undone: true } : join,
        ),
      );
      // those that became one with it before can be had back again
      void this.load(id);
    });
    if (problem !== null) this.problems.update((all) => ({ ...all, [sourceId]: problem }));
    return problem;
  }

  /** One of the earlier ones from now on, or nothing to speak of. */
  putAway({ gone }: Join): void {
    this.made.update((joins) =>
      joins
        .filter((join) => join.gone.id !== gone.id || !join.undone)
        .map((join) => (join.gone.id === gone.id ? { ...join, fresh: false } : join)),
    );
  }

  /** What is two again needs no mention for long. */
  putUndoneAway(): void {
    this.made.update((joins) => joins.filter(({ undone }) => !undone));
  }

  /**
   * Takes over what has changed: the sources, and the text and outline that name them.
   * @param changed ids of those that are other ones now, or there again
   */
  private async learn(id: string, changed: readonly string[], gone?: string): Promise<void> {
    const ask = (sourceId: string) => this.api.invoke(getSource, { id, sourceId });
    try {
      const newer = await Promise.all(changed.map(ask));
      this.sources.revise(id, (sources) =>
        newer.reduce(
          withSource,
          sources.filter((source) => source.id !== gone),
        ),
      );
    } catch {
      await this.sources.reload();
    }
    if (this.documents.document()?.id === id) await this.documents.reload();
  }

  private async change(
    goneId: string,
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

/** In the order of their ids, which is that of the API: the order in which they came. */
function withSource(sources: readonly Source[], source: Source): Source[] {
  const others = sources.filter(({ id }) => id !== source.id);
  const place = others.findIndex(({ id }) => id > source.id);
  return others.toSpliced(place < 0 ? others.length : place, 0, source);
}
