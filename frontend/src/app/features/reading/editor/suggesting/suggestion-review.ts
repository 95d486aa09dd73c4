import { computed, effect, inject, Injectable, signal } from '@angular/core';
import { DocumentStore } from '../../../workspace/document.store';
import { isFrontPart } from '../../front-matter/front-parts';
import { ReadingStore } from '../../reading.store';
import { Autosave } from '../../saving/autosave';
import {
  acceptChanges,
  rejectChanges,
  showChanges,
  toChange,
  type TrackedChange,
} from '../plugins/tracked-changes';
import type { RoomEditor } from '../room-editor';
import { placedChanges, placeIn } from './placed-changes';
import { type SuggestionAction, SuggestionsStore } from './suggestions.store';

/** Which changes a decision is about. */
export type Which = 'active' | 'all';

/** Has other wordings made for the text under the pen, and shows them there to be decided on. */
@Injectable()
export class SuggestionReview {
  private readonly documents = inject(DocumentStore);
  private readonly reading = inject(ReadingStore);
  private readonly autosave = inject(Autosave);
  readonly store = inject(SuggestionsStore);

  /** Null while the text is shown as Markdown. */
  readonly editor = signal<RoomEditor | null>(null);
  readonly tracked = computed(() => this.editor()?.tracked() ?? null);
  /** The text was changed so that nothing of it can be shown. */
  readonly unfit = signal(false);
  /** The text cannot be stored as it is, so that nothing can be made for it. */
  readonly unsaved = signal(false);
  /** Where words may be suggested: in sections only. */
  readonly possible = computed(() => {
    const id = this.reading.draft()?.sectionId;
    return id !== undefined && !isFrontPart(id);
  });

  private readonly id = computed(() => this.store.current()?.id);

  constructor() {
    effect(() => {
      this.editor();
      this.id();
      this.reading.replaced();
      // the editor takes a text over from elsewhere first
      queueMicrotask(() => this.show());
    });
  }

  async load(sectionId: string): Promise<void> {
    const id = this.documents.document()?.id;
    if (id !== undefined && !isFrontPart(sectionId)) await this.store.load(id, sectionId);
  }

  /** Asks for another wording of the chosen words. */
  async ask(action: SuggestionAction, from: number, to: number, wish = ''): Promise<void> {
    const editor = this.editor();
    if (editor === null) return;
    await this.askFor(action, wish, () => {
      return { start: editor.offsetAt(from), end: editor.offsetAt(to) };
    });
  }

  /** Another one for the same place. */
  async again(): Promise<void> {
    const current = this.store.current();
    const editor = this.editor();
    if (current === null || editor === null) return;
    await this.askFor(current.action, current.instruction ?? '', () => {
      return placeIn(editor.markdown(), current);
    });
  }

  step(direction: 1 | -1): void {
    const editor = this.editor();
    const transaction = editor && toChange(editor.view.state, direction);
    if (editor === null || !transaction) return;
    editor.view.dispatch(transaction);
    editor.view.focus();
  }

  decide(accepts: boolean, which: Which): void {
    const editor = this.editor();
    const tracked = this.tracked();
    const suggestion = this.store.current();
    if (editor === null || tracked === null || suggestion === null) return;
    const { changes, active } = tracked;
    const decided = which === 'all' ? changes : changes.slice(active, active + 1);
    const indices = decided.flatMap((change) => change.indices);
    if (accepts) this.accept(editor, suggestion.id, decided, indices);
    else {
      editor.view.dispatch(rejectChanges(editor.view.state, decided));
      void this.store.reject(this.documentId, indices);
    }
    this.goOn(editor);
  }

  /** Puts it away with all that is undecided. */
  dismiss(): void {
    const editor = this.editor();
    if (editor !== null) editor.view.dispatch(showChanges(editor.view.state, []));
    void this.store.reject(this.documentId);
    editor?.view.focus();
  }

  private get documentId(): string {
    return this.documents.document()?.id ?? '';
  }

  private async askFor(
    action: SuggestionAction,
    wish: string,
    placeOf: () => { start: number; end: number } | null,
  ): Promise<void> {
    this.unsaved.set(false);
    await this.autosave.send();
    const selection = placeOf();
    const draft = this.reading.draft();
    if (draft === null || selection === null) return;
    if (this.reading.changed()) {
      this.unsaved.set(true);
      return;
    }
    const { sectionId, version } = draft;
    const instruction = wish.trim();
    const made = await this.store.ask({
      ...{ documentId: this.documentId, sectionId, version, action, selection },
      ...(instruction !== '' && { instruction }),
    });
    // the text may be another one by now, or be put away
    if (made && this.reading.draft()?.sectionId !== sectionId) this.store.close();
    else if (made) this.begin();
  }

  private accept(
    editor: RoomEditor,
    suggestionId: string,
    changes: readonly TrackedChange[],
    indices: number[],
  ): void {
    this.reading.take({ suggestionId, changes: indices });
    this.store.accept(indices);
    editor.view.dispatch(acceptChanges(editor.view.state, changes));
    editor.flush();
  }

  /** To the next change, or out of the suggestion. */
  private goOn(editor: RoomEditor): void {
    const next = toChange(editor.view.state, 0);
    if (next !== null) editor.view.dispatch(next);
    else if ((this.tracked()?.unfit.length ?? 0) === 0) this.store.close();
    else this.unfit.set(true);
    editor.view.focus();
  }

  /** The words that it is about are chosen no more, so that its marks are seen. */
  private begin(): void {
    this.show();
    const editor = this.editor();
    const first = editor && toChange(editor.view.state, 0);
    if (editor !== null && first) editor.view.dispatch(first);
  }

  private show(): void {
    const editor = this.editor();
    if (editor === null || editor.view.isDestroyed) return;
    const suggestion = this.store.current();
    const changes = suggestion === null ? [] : placedChanges(editor, suggestion);
    this.unfit.set(changes === null);
    editor.view.dispatch(showChanges(editor.view.state, changes ?? []));
  }
}
