import { computed, inject, Injectable, signal } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { addSources, searchWorks } from '../../../api/generated/functions';
import type { Candidate, FoundWorks } from '../../../api/generated/models';
import { type Problem, problemOf } from '../../../core/problem/problem';
import { SourcesStore } from '../sources.store';

/** Answers that come sooner need no word about the waiting. */
const SLOW_MS = 2000;

/** How far the adding of a found work has come; a problem is why it was not added. */
export type Taking = 'adding' | 'added' | Problem;

/** Published works that a search found, and the adding of those that are wanted. */
@Injectable()
export class WorkSearchStore {
  private readonly api = inject(Api);
  private readonly sources = inject(SourcesStore);
  private latest = 0;

  /** The words that {@link found} or {@link problem} answers. */
  readonly query = signal('');
  readonly searching = signal(false);
  /** It takes longer than one waits without a word. */
  readonly slow = signal(false);
  readonly found = signal<FoundWorks | null>(null);
  readonly problem = signal<Problem | null>(null);
  /** By DOI. */
  readonly taking = signal<Readonly<Record<string, Taking>>>({});

  /** Services of which nothing is known, since they did not answer. */
  readonly unanswered = computed(() =>
    (this.found()?.asked ?? [])
      .filter(({ outcome }) => outcome === 'failed' || outcome === 'spent')
      .map(({ provider }) => provider),
  );

  async find(documentId: string, query: string): Promise<void> {
    const asked = ++this.latest;
    this.begin(query);
    const timer = setTimeout(() => this.slow.set(asked === this.latest), SLOW_MS);
    try {
      const found = await this.api.invoke(searchWorks, { id: documentId, query });
      if (asked === this.latest) this.found.set(found);
    } catch (error) {
      if (asked === this.latest) this.problem.set(problemOf(error));
    } finally {
      clearTimeout(timer);
      if (asked === this.latest) this.end();
    }
  }

  async add(documentId: string, { doi }: Candidate): Promise<void> {
    if (doi === null || this.taking()[doi] === 'adding') return;
    this.mark(doi, 'adding');
    try {
      const report = await this.api.invoke(addSources, { id: documentId, body: { doi } });
      this.sources.take(documentId, report);
      this.mark(doi, 'added');
    } catch (error) {
      this.mark(doi, problemOf(error));
    }
  }

  clear(): void {
    this.latest++;
    this.begin('');
    this.end();
  }

  private begin(query: string): void {
    this.query.set(query);
    this.found.set(null);
    this.problem.set(null);
    this.taking.set({});
    this.slow.set(false);
    this.searching.set(true);
  }

  private end(): void {
    this.searching.set(false);
    this.slow.set(false);
  }

  private mark(doi: string, taking: Taking): void {
    this.taking.update((all) => ({ ...all, [doi]: taking }));
  }
}
