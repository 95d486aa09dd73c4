import { DestroyRef, DOCUMENT, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { DocumentStore } from '../../workspace/document.store';
import { ReadingStore, type TextDraft } from '../reading.store';
import { KeptDrafts } from './kept-drafts';

/** So long nobody types before a text is sent. */
const PAUSE_MS = 1500;
/** An hour has room for 100 writes; a text under the pen leaves some to the rest of the work. */
const GAP_MS = 45_000;
const FIRST_RETRY_MS = 4000;
const LONGEST_RETRY_MS = 60_000;

/** Keeps what is typed in this browser at once, and sends it to the server from time to time. */
@Injectable()
export class Autosave {
  private readonly store = inject(ReadingStore);
  private readonly documents = inject(DocumentStore);
  private readonly kept = inject(KeptDrafts);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sentAt = 0;
  private failures = 0;

  /** The browser keeps nothing: what is typed lives in this window only. */
  readonly unkept = signal(false);

  constructor() {
    const page = inject(DOCUMENT);
    const view = page.defaultView;
    const online = () => void this.send();
    const leaving = () => {
      this.keepNow();
    };
    view?.addEventListener('online', online);
    view?.addEventListener('pagehide', leaving);
    page.addEventListener('visibilitychange', leaving);
    inject(DestroyRef).onDestroy(() => {
      view?.removeEventListener('online', online);
      view?.removeEventListener('pagehide', leaving);
      page.removeEventListener('visibilitychange', leaving);
      clearTimeout(this.timer);
    });
    effect(() => {
      const draft = this.store.draft();
      const isChanged = this.store.changed();
      const id = this.documents.document()?.id;
      if (draft === null || id === undefined) return;
      untracked(() => {
        if (isChanged) this.onChanged(id, draft);
        else this.kept.forget(id, draft.sectionId);
      });
    });
  }

  /** Gives up the draft, here and in the browser. */
  discard(): void {
    clearTimeout(this.timer);
    const id = this.documents.document()?.id;
    const sectionId = this.store.draft()?.sectionId;
    this.store.stopEditing();
    if (id !== undefined && sectionId !== undefined) this.kept.forget(id, sectionId);
  }

  /** Stores what there is, however short ago the last time was. */
  async send(): Promise<void> {
    clearTimeout(this.timer);
    this.store.settle();
    if (!this.store.changed() || this.store.theirs() !== null) return;
    this.sentAt = Date.now();
    const done = await this.store.persist();
    const state = this.store.state();
    if (done) this.failures = 0;
    if (state === 'waiting') this.retry();
    else if (state === 'changed') this.plan(GAP_MS);
  }

  /** The page may be gone the next moment. */
  private keepNow(): void {
    this.store.settle();
    const draft = this.store.draft();
    const id = this.documents.document()?.id;
    if (draft !== null && id !== undefined && this.store.changed()) this.keep(id, draft);
  }

  private keep(id: string, { sectionId, content, version }: TextDraft): void {
    const { taken } = this.store;
    const kept = {
      ...{ sectionId, content, version, base: this.store.base() },
      ...(taken.length > 0 && { accepted: taken }),
    };
    this.unkept.set(!this.kept.keep(id, { ...kept, at: new Date().toISOString() }));
  }

  private onChanged(id: string, draft: TextDraft): void {
    this.keep(id, draft);
    if (this.store.saving() || this.store.theirs() !== null) return;
    this.plan(Math.max(PAUSE_MS, this.sentAt + GAP_MS - Date.now()));
  }

  private retry(): void {
    this.failures += 1;
    const seconds = this.store.problem()?.retryAfter ?? 0;
    const wait = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (this.failures - 1));
    this.plan(Math.max(wait, seconds * 1000));
  }

  private plan(delay: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), delay);
  }
}
