import { inject, Injectable, signal } from '@angular/core';
import { Api } from '../../../api/generated/api';
import {
  changeSettings,
  getSettings,
  listSettingsHistory,
  undoSettings,
} from '../../../api/generated/functions';
import type {
  SettingsChange,
  SettingsHistoryEntry,
  SettingsView,
} from '../../../api/generated/models';
import { Attempt } from '../shared/attempt';
import { PagedList } from '../shared/paged-list';
import { UrlQuery } from '../shared/url-query';

/** The settings that hold at once everywhere, and how they came to be so. */
@Injectable()
export class SettingsStore {
  private readonly api = inject(Api);
  private readonly url = inject(UrlQuery);

  /** Null until it is known. */
  readonly view = signal<SettingsView | null>(null);
  readonly loading = new Attempt();
  readonly saving = new Attempt();
  readonly undoing = new Attempt();
  readonly history = new PagedList<SettingsHistoryEntry>(
    () => ({ order: this.url.sorting(['changedAt']).order }),
    (query) => this.api.invoke(listSettingsHistory, query),
  );

  async load(): Promise<void> {
    await this.loading.run(async () => {
      this.view.set(await this.api.invoke(getSettings));
    });
  }

  /** Refused when another admin has changed something since they were read. */
  async save(body: SettingsChange): Promise<boolean> {
    const version = this.view()?.version;
    if (version === undefined) return false;
    return this.saving.run(async () => {
      const ifMatch = `"${String(version)}"`;
      this.view.set(await this.api.invoke(changeSettings, { 'if-match': ifMatch, body }));
      await this.history.load();
    });
  }

  undo(id: string): Promise<boolean> {
    return this.undoing.run(async () => {
      this.view.set(await this.api.invoke(undoSettings, { id }));
      await this.history.load();
    });
  }
}
