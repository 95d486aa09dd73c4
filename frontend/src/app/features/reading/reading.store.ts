import { computed, inject, Injectable, signal } from '@angular/core';
import { Api } from '../../api/generated/api';
import { getBibliography } from '../../api/generated/functions';
import type { Bibliography } from '../../api/generated/models';
import { type Problem, problemOf } from '../../core/problem/problem';
import { DocumentStore } from '../workspace/document.store';
import { type StoredText, StoredTexts } from './stored-texts';

/** A text under the pen as it stands in the field, and the version it began from. */
export interface TextDraft extends StoredText {
  /** Id of its section, or that of the abstract. */
  sectionId: string;
}

/** The bibliography of the open document, and one of its texts that may be edited. */
@Injectable()
export class ReadingStore {
  private readonly api = inject(Api);
  private readonly documents = inject(DocumentStore);
  private readonly texts = inject(StoredTexts);

  readonly bibliography = signal<Bibliography | null>(null);
  readonly draft = signal<TextDraft | null>(null);
  readonly saving = signal(false);
  readonly problem = signal<Problem | null>(null);
  /** What somebody else stored meanwhile, while the draft stays as it is. */
  readonly theirs = signal<StoredText | null>(null);

  readonly changed = computed(() => {
    const draft = this.draft();
    if (draft === null) return false;
    return draft.content !== this.texts.known(draft.sectionId)?.content;
  });

  async loadBibliography(): Promise<void> {
    const id = this.documents.document()?.id;
    if (id === undefined) return;
    try {
      this.bibliography.set(await this.api.invoke(getBibliography, { id }));
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  edit({ id, content, version }: StoredText & { id: string }): void {
    this.problem.set(null);
    this.theirs.set(null);
    this.draft.set({ sectionId: id, content, version });
  }

  type(content: string): void {
    this.draft.update((draft) => draft && { ...draft, content });
  }

  stopEditing(): void {
    this.draft.set(null);
    this.theirs.set(null);
    this.problem.set(null);
  }

  async save(): Promise<void> {
    const draft = this.draft();
    const id = this.documents.document()?.id;
    if (draft === null || id === undefined || this.saving()) return;
    this.saving.set(true);
    this.problem.set(null);
    try {
      await this.texts.store(id, draft.sectionId, draft);
      this.stopEditing();
      await this.loadBibliography();
    } catch (error) {
      await this.onRefused(id, draft, problemOf(error));
    } finally {
      this.saving.set(false);
    }
  }

  /** Their text was seen; the draft now stands against it and may replace it. */
  keepMine(): void {
    const theirs = this.theirs();
    if (theirs === null) return;
    this.draft.update((draft) => draft && { ...draft, version: theirs.version });
    this.theirs.set(null);
    this.problem.set(null);
  }

  takeTheirs(): void {
    const theirs = this.theirs();
    const id = this.draft()?.sectionId;
    if (theirs !== null && id !== undefined) this.edit({ ...theirs, id });
  }

  private async onRefused(id: string, draft: TextDraft, problem: Problem): Promise<void> {
    this.problem.set(problem);
    if (problem.status !== 412) return;
    try {
      this.theirs.set(await this.texts.read(id, draft.sectionId));
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}
