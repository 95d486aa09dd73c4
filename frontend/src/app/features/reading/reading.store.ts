import { computed, inject, Injectable, signal } from '@angular/core';
import { Api } from '../../api/generated/api';
import { getBibliography, getSection, updateSection } from '../../api/generated/functions';
import type { Bibliography, Section } from '../../api/generated/models';
import { type Problem, problemOf } from '../../core/problem/problem';
import { DocumentStore } from '../workspace/document.store';

/** A section under the pen: the text as it stands in the field, and the version it began from. */
export interface SectionDraft {
  sectionId: string;
  content: string;
  version: number;
}

/** The text of the open document, its bibliography, and one section that may be edited. */
@Injectable()
export class ReadingStore {
  private readonly api = inject(Api);
  private readonly documents = inject(DocumentStore);

  readonly bibliography = signal<Bibliography | null>(null);
  readonly draft = signal<SectionDraft | null>(null);
  readonly saving = signal(false);
  readonly problem = signal<Problem | null>(null);
  /** What somebody else stored meanwhile, while the draft stays as it is. */
  readonly theirs = signal<Section | null>(null);

  readonly changed = computed(() => {
    const draft = this.draft();
    if (draft === null) return false;
    return draft.content !== this.sectionOf(draft)?.content;
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

  edit({ id, content, version }: Section): void {
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
      const { sectionId, content, version } = draft;
      const ifMatch = { 'if-match': `"${String(version)}"` };
      const saved = await this.api.invoke(updateSection, {
        ...{ id, sectionId, body: { content } },
        ...ifMatch,
      });
      this.documents.knowSection(saved);
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
    if (theirs !== null) this.edit(theirs);
  }

  private async onRefused(id: string, draft: SectionDraft, problem: Problem): Promise<void> {
    this.problem.set(problem);
    if (problem.status !== 412) return;
    const { sectionId } = draft;
    try {
      const theirs = await this.api.invoke(getSection, { id, sectionId });
      this.documents.knowSection(theirs);
      this.theirs.set(theirs);
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  private sectionOf({ sectionId }: SectionDraft): Section | undefined {
    return this.documents.document()?.sections.find(({ id }) => id === sectionId);
  }
}
