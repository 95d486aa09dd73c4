import { computed, inject, Injectable, signal } from '@angular/core';
import { Api } from '../../api/generated/api';
import { getDocument, listModels } from '../../api/generated/functions';
import type { Document as Thesis, Section } from '../../api/generated/models';
import { type Problem, problemOf } from '../../core/problem/problem';

/** The document that the workspace is about; its steps read it and tell it to load anew. */
@Injectable()
export class DocumentStore {
  private readonly api = inject(Api);
  private readonly loaded = signal<Thesis | null>(null);
  private readonly offline = signal<boolean | null>(null);

  readonly document = this.loaded.asReadonly();
  readonly problem = signal<Problem | null>(null);

  /** The built-in writer is at work here: a draft put together from the sources. */
  readonly offlineWriter = this.offline.asReadonly();
  readonly outlineSections = computed(() => this.loaded()?.outline?.sections ?? []);
  readonly writtenSections = computed(
    () => this.loaded()?.sections.filter(({ status }) => status !== 'planned').length ?? 0,
  );

  async load(id: string): Promise<void> {
    this.problem.set(null);
    try {
      this.loaded.set(await this.api.invoke(getDocument, { id }));
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  async reload(): Promise<void> {
    const id = this.loaded()?.id;
    if (id !== undefined) await this.load(id);
  }

  /** Which writer will work, asked once; not knowing it is no reason to disturb anybody. */
  async learnWriter(): Promise<void> {
    if (this.offline() !== null) return;
    try {
      const { items } = await this.api.invoke(listModels);
      this.offline.set(items.every((model) => model.offline));
    } catch {
      this.offline.set(null);
    }
  }

  /** Takes over what a step has saved, without asking for the whole document again. */
  know(change: Partial<Thesis>): void {
    this.loaded.update((document) => document && { ...document, ...change });
  }

  /** One section has another text now, and the document as many words as that makes. */
  knowSection(changed: Section): void {
    const sections = (this.loaded()?.sections ?? []).map((section) =>
      section.id === changed.id ? changed : section,
    );
    this.know({ sections, wordCount: sections.reduce((sum, one) => sum + one.wordCount, 0) });
  }
}
