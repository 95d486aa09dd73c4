import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import { Api } from '../../api/generated/api';
import { generateOutline, replaceOutline } from '../../api/generated/functions';
import { type Problem, problemOf } from '../../core/problem/problem';
import { DocumentStore } from '../workspace/document.store';
import { settled } from './outline-appendices';
import { numbered, type Sections } from './outline-edits';

/** The outline as stored, and as it is being edited. */
@Injectable()
export class OutlineStore {
  private readonly api = inject(Api);
  private readonly documents = inject(DocumentStore);
  private readonly edited = linkedSignal<Sections>(() => this.documents.outlineSections());

  readonly sections = computed(() =>
    numbered(this.edited(), this.documents.document()?.language ?? 'en'),
  );
  readonly changed = computed(() => this.edited() !== this.documents.outlineSections());
  readonly busy = signal<'generate' | 'save' | null>(null);
  readonly problem = signal<Problem | null>(null);

  edit(change: (sections: Sections) => Sections): void {
    this.edited.update((before) => {
      const after = settled(change(before));
      return isSame(before, after) ? before : after;
    });
  }

  discard(): void {
    this.edited.set(this.documents.outlineSections());
    this.problem.set(null);
  }

  /** Asks the writer for an outline of the sources; it takes the place of the present one. */
  async generate(additionalRequirements: string): Promise<void> {
    await this.run('generate', async (documentId) => {
      const wish = additionalRequirements.trim();
      const body = { documentId, ...(wish !== '' && { additionalRequirements: wish }) };
      await this.api.invoke(generateOutline, { body });
      await this.documents.reload();
    });
  }

  async save(): Promise<void> {
    await this.run('save', async (id) => {
      const version = this.documents.document()?.version ?? 0;
      const sections = this.sections().map(({ number: _, ...draft }) => draft);
      await this.api.invoke(replaceOutline, {
        id,
        'if-match': `"${String(version)}"`,
        body: { sections },
      });
      await this.documents.reload();
    });
  }

  private async run(what: 'generate' | 'save', step: (id: string) => Promise<void>): Promise<void> {
    const id = this.documents.document()?.id;
    if (id === undefined || this.busy() !== null) return;
    this.busy.set(what);
    this.problem.set(null);
    try {
      await step(id);
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(null);
    }
  }
}

/** So that what an edit puts back in its place is no change. */
const isSame = (before: Sections, after: Sections): boolean =>
  before.length === after.length && before.every((section, index) => section === after[index]);
