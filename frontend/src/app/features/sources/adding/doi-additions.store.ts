import { computed, inject, Injectable, signal } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { addSources } from '../../../api/generated/functions';
import type { ImportReport } from '../../../api/generated/models';
import { type Problem, problemOf } from '../../../core/problem/problem';
import type { Merge } from '../merging/merge';
import { SourcesStore } from '../sources.store';
import type { PastedDoi } from './pasted-dois';

/** `noDoi`: what was pasted holds none, so nobody was asked. */
export type DoiState = 'waiting' | 'asking' | 'done' | 'failed' | 'noDoi';

export interface DoiAddition {
  text: string;
  state: DoiState;
  report: ImportReport | null;
  merges: readonly Merge[];
  problem: Problem | null;
}

/** Works on their way into a document by their DOIs, one after the other. */
@Injectable()
export class DoiAdditionsStore {
  private readonly api = inject(Api);
  private readonly sources = inject(SourcesStore);

  /** The last one pasted first. */
  readonly additions = signal<readonly DoiAddition[]>([]);
  readonly active = computed(() =>
    this.additions().some(({ state }) => state === 'waiting' || state === 'asking'),
  );

  /** A DOI that is pasted again is asked for again. */
  async add(documentId: string, pasted: readonly PastedDoi[]): Promise<void> {
    const idle = !this.active();
    const texts = new Set(pasted.map(({ text }) => text));
    const fresh = pasted.map(({ text, isDoi }) => begun(text, isDoi ? 'waiting' : 'noDoi'));
    this.additions.update((old) => [...fresh, ...old.filter(({ text }) => !texts.has(text))]);
    if (idle) await this.work(documentId);
  }

  /** Asks once more for one that failed, in its place. */
  again(documentId: string, text: string): void {
    const idle = !this.active();
    this.change(text, begun(text, 'waiting'));
    if (idle) void this.work(documentId);
  }

  /** Puts away the outcomes that have been read. */
  clear(): void {
    this.additions.update((additions) =>
      additions.filter(({ state }) => state === 'waiting' || state === 'asking'),
    );
  }

  private async work(documentId: string): Promise<void> {
    for (;;) {
      const next = this.additions().find(({ state }) => state === 'waiting');
      if (next === undefined) return;
      await this.ask(documentId, next.text);
    }
  }

  private async ask(documentId: string, doi: string): Promise<void> {
    this.change(doi, { state: 'asking' });
    try {
      const report = await this.api.invoke(addSources, { id: documentId, body: { doi } });
      const merges = this.sources.take(documentId, report);
      this.change(doi, { state: 'done', report, merges });
    } catch (error) {
      this.change(doi, { state: 'failed', problem: problemOf(error) });
    }
  }

  private change(doi: string, change: Partial<DoiAddition>): void {
    this.additions.update((additions) =>
      additions.map((one) => (one.text === doi ? { ...one, ...change } : one)),
    );
  }
}

const begun = (text: string, state: DoiState): DoiAddition => ({
  text,
  state,
  report: null,
  merges: [],
  problem: null,
});
