import { Inject, Injectable } from '@nestjs/common';
import { type Page, type TimedPageQuery, requiredVersion, toPage } from '../../common';
import { CONFIGURATION, type Configuration } from '../../config';
import {
  type SettingsAct,
  type SettingsChange,
  SettingsEditor,
  settingsOf,
  SettingsRepository,
} from '../../settings';
import type { Reloaded, SettingsHistoryEntry, SettingsView } from '../dto/settings';

/** Settings as admins see and change them. */
@Injectable()
export class SettingsDesk {
  constructor(
    @Inject(CONFIGURATION) private readonly config: Configuration,
    private readonly repository: SettingsRepository,
    private readonly editor: SettingsEditor,
  ) {}

  /** From the database, not from what this process remembers. */
  async view(): Promise<SettingsView> {
    const latest = await this.repository.latest();
    const defaults = settingsOf(this.config);
    const stored = latest?.stored ?? {};
    return {
      version: latest?.version ?? 0,
      values: { ...defaults, ...stored },
      stored,
      defaults,
      changedAt: latest?.createdAt.toISOString() ?? null,
      changedBy: latest?.changedBy ?? null,
    };
  }

  /** @throws ProblemException PRECONDITION_REQUIRED, STALE_VERSION, VALIDATION_FAILED */
  async change(
    change: SettingsChange,
    ifMatch: string | undefined,
    act: SettingsAct,
  ): Promise<SettingsView> {
    await this.editor.change(change, requiredVersion(ifMatch), act);
    return this.view();
  }

  /** @throws ProblemException NOT_FOUND, CONFLICT, STALE_VERSION */
  async undo(id: string, act: SettingsAct): Promise<SettingsView> {
    await this.editor.undo(id, act);
    return this.view();
  }

  async history(query: TimedPageQuery): Promise<Page<SettingsHistoryEntry>> {
    const { items, total } = await this.repository.list(query);
    const entries = items.map(({ stored: _, createdAt, ...entry }) => ({
      ...entry,
      changedAt: createdAt.toISOString(),
    }));
    return toPage(entries, total, query);
  }

  async reload(): Promise<Reloaded> {
    const processesTold = await this.editor.reload();
    const { version } = await this.view();
    return { version, processesTold };
  }
}
