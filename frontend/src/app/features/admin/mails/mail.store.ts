import { inject, Injectable, signal } from '@angular/core';
import { Api } from '../../../api/generated/api';
import {
  changeMail,
  getMail,
  listMailHistory,
  previewMail,
  testMail,
  undoMail,
} from '../../../api/generated/functions';
import type {
  MailHistoryEntry,
  MailPreview,
  MailTexts,
  MailTextsChange,
  MailView,
} from '../../../api/generated/models';
import { Attempt } from '../shared/attempt';
import { PagedList } from '../shared/paged-list';
import { UrlQuery } from '../shared/url-query';

/** A mail in one language: what it says, how it looks, and how it came to say so. */
@Injectable()
export class MailStore {
  private readonly api = inject(Api);
  private readonly url = inject(UrlQuery);
  private readonly id = signal('');
  private shown = 0;

  /** Null until it is known. */
  readonly view = signal<MailView | null>(null);
  /** Of the draft; the last one that could be sent. */
  readonly preview = signal<MailPreview | null>(null);
  readonly loading = new Attempt();
  readonly saving = new Attempt();
  readonly testing = new Attempt();
  readonly undoing = new Attempt();
  readonly history = new PagedList<MailHistoryEntry>(
    () => ({ id: this.id(), order: this.url.sorting(['changedAt']).order }),
    // nothing is asked before it is known which mail it is
    async (query) => {
      const id = this.id();
      if (id === '') return { items: [], total: 0, page: 1, totalPages: 0 };
      return this.api.invoke(listMailHistory, { ...query, id });
    },
  );

  async load(id: string): Promise<void> {
    this.view.set(null);
    this.preview.set(null);
    this.id.set(id);
    await this.loading.run(async () => {
      this.take(await this.api.invoke(getMail, { id }));
    });
  }

  /** Shows a draft as it would be sent. What is typed meanwhile wins; what fails changes nothing. */
  async draw(texts: MailTexts): Promise<void> {
    const turn = ++this.shown;
    const asked = this.api.invoke(previewMail, { id: this.id(), body: { texts } });
    const preview = await asked.catch(() => null);
    if (preview !== null && turn === this.shown) this.preview.set(preview);
  }

  /** Refused when another admin has changed something since it was read. */
  async save(texts: MailTextsChange): Promise<boolean> {
    const version = this.view()?.version;
    if (version === undefined) return false;
    return this.saving.run(async () => {
      const ifMatch = `"${String(version)}"`;
      const change = { id: this.id(), 'if-match': ifMatch, body: { texts } };
      this.take(await this.api.invoke(changeMail, change));
      await this.history.load();
    });
  }

  test(texts: MailTexts): Promise<boolean> {
    return this.testing.run(async () => {
      await this.api.invoke(testMail, { id: this.id(), body: { texts } });
    });
  }

  undo(id: string): Promise<boolean> {
    return this.undoing.run(async () => {
      this.take(await this.api.invoke(undoMail, { id }));
      await this.history.load();
    });
  }

  private take(view: MailView): void {
    this.shown += 1;
    this.view.set(view);
    this.preview.set(view.preview);
  }
}
