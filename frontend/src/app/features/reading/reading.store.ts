import { computed, inject, Injectable, signal } from '@angular/core';
import { Api } from '../../api/generated/api';
import { getBibliography } from '../../api/generated/functions';
import type { AcceptedSuggestion, Bibliography } from '../../api/generated/models';
import { type Problem, problemOf } from '../../core/problem/problem';
import { DocumentStore } from '../workspace/document.store';
import { draftState } from './draft-state';
import { type StoredText, StoredTexts } from './stored-texts';

/** A text under the pen as it stands in the field, and the version it began from. */
export interface TextDraft extends StoredText {
  /** Id of its section, or which of the texts in front of them it is. */
  sectionId: string;
}

/** As many as one storing may name. */
const MOST_TAKEN = 50;

/** The bibliography of the open document, and one of its texts that may be edited. */
@Injectable()
export class ReadingStore {
  private running: Promise<boolean> | null = null;
  private readonly api = inject(Api);
  private readonly documents = inject(DocumentStore);
  private readonly texts = inject(StoredTexts);

  readonly bibliography = signal<Bibliography | null>(null);
  readonly draft = signal<TextDraft | null>(null);
  /** The stored text that the draft stands on. */
  readonly base = signal('');
  /** Counts how often the draft was replaced by something that was not typed. */
  readonly replaced = signal(0);
  readonly saving = signal(false);
  readonly problem = signal<Problem | null>(null);
  /** What somebody else stored meanwhile, while the draft stays as it is. */
  readonly theirs = signal<StoredText | null>(null);

  /** What was taken over from suggestions since the text is under the pen; goes with each storing. */
  taken: AcceptedSuggestion[] = [];

  /** Writes out what the editor holds and has not told yet. */
  writer: (() => void) | null = null;

  readonly changed = computed(() => {
    const draft = this.draft();
    if (draft === null) return false;
    return draft.content !== this.texts.known(draft.sectionId)?.content;
  });

  readonly state = computed(() =>
    draftState({
      isConflict: this.theirs() !== null,
      isSaving: this.saving(),
      isChanged: this.changed(),
      problem: this.problem(),
    }),
  );

  async loadBibliography(): Promise<void> {
    const id = this.documents.document()?.id;
    if (id === undefined) return;
    try {
      this.bibliography.set(await this.api.invoke(getBibliography, { id }));
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  /** Takes in what was typed just now. */
  settle(): void {
    this.writer?.();
  }

  edit({ id, content, version }: StoredText & { id: string }): void {
    if (id !== this.draft()?.sectionId) this.taken = [];
    this.problem.set(null);
    this.theirs.set(null);
    this.base.set(content);
    this.draft.set({ sectionId: id, content, version });
    this.replaced.update((times) => times + 1);
  }

  /** Changes of a suggestion are in the draft now. */
  take({ suggestionId, changes }: AcceptedSuggestion): void {
    const others = this.taken.filter((one) => one.suggestionId !== suggestionId);
    const before = this.taken.find((one) => one.suggestionId === suggestionId)?.changes ?? [];
    const all = [...new Set([...before, ...changes])];
    this.taken = [...others, { suggestionId, changes: all }].slice(-MOST_TAKEN);
  }

  type(content: string): void {
    this.draft.update((draft) => draft && { ...draft, content });
  }

  /** Puts a whole text in the place of the draft. */
  replace(content: string): void {
    this.type(content);
    this.replaced.update((times) => times + 1);
  }

  stopEditing(): void {
    this.draft.set(null);
    this.taken = [];
    this.theirs.set(null);
    this.problem.set(null);
  }

  /** Stores the draft and closes it. */
  async save(): Promise<void> {
    // what is stored by itself just now may be an earlier text
    if (this.running !== null) await this.running;
    if (!(await this.persist())) return;
    this.stopEditing();
    await this.loadBibliography();
  }

  /**
   * Stores the draft, which stays open.
   * @returns whether the server has what it says
   */
  async persist(): Promise<boolean> {
    this.settle();
    const draft = this.draft();
    const id = this.documents.document()?.id;
    if (draft === null || id === undefined || this.running !== null) return false;
    if (!this.changed()) return true;
    this.running = this.send(id, draft);
    return this.running.finally(() => (this.running = null));
  }

  private async send(id: string, draft: TextDraft): Promise<boolean> {
    this.saving.set(true);
    this.problem.set(null);
    try {
      const { version } = await this.texts.store(id, draft.sectionId, draft, this.taken);
      this.base.set(draft.content);
      // meanwhile more may have been typed
      this.draft.update((newer) => newer && { ...newer, version });
      return this.draft()?.content === draft.content;
    } catch (error) {
      await this.onRefused(id, draft, problemOf(error));
      return false;
    } finally {
      this.saving.set(false);
    }
  }

  /** Their text was seen; the draft now stands against it and may replace it. */
  keepMine(): void {
    const theirs = this.theirs();
    if (theirs === null) return;
    this.base.set(theirs.content);
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
      const theirs = await this.texts.read(id, draft.sectionId);
      // both have made the same of it
      if (theirs.content === this.draft()?.content) this.edit({ ...theirs, id: draft.sectionId });
      else this.theirs.set({ content: theirs.content, version: theirs.version });
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}
