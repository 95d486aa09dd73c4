import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditTrail, type RequestOrigin } from '../audit';
import { notFound, ProblemException, staleVersion } from '../common';
import { CONFIGURATION, type Configuration } from '../config';
import { CurrentSettings } from './current-settings';
import { difference, overlaid } from './difference';
import { OFFLINE_MODEL, type SettingsChange } from './settings';
import { SettingsNews } from './settings-news';
import { SettingsRepository } from './settings.repository';

/** Who changes settings, and from where. */
export interface SettingsAct {
  adminId: string;
  origin: RequestOrigin;
}

interface Edit {
  change: SettingsChange;
  /** The version that was looked at; undefined for whichever there is. */
  version?: number | undefined;
  /** The change that is taken back. */
  undoes?: string;
}

/** Changes what holds, everywhere at once, and keeps how it was. */
@Injectable()
export class SettingsEditor {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CONFIGURATION) private readonly config: Configuration,
    private readonly repository: SettingsRepository,
    private readonly current: CurrentSettings,
    private readonly news: SettingsNews,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws ProblemException STALE_VERSION, VALIDATION_FAILED for models without a server */
  async change(change: SettingsChange, version: number | undefined, act: SettingsAct) {
    await this.apply({ change, version }, act);
  }

  /**
   * Sets what one change has set back to how it was, as another change.
   * @throws ProblemException NOT_FOUND, CONFLICT when some of it was changed again since
   */
  async undo(id: string, act: SettingsAct): Promise<void> {
    const undone = await this.repository.find(id);
    if (undone === undefined) throw notFound();
    const latest = await this.repository.latest();
    const since = difference(latest?.stored ?? {}, undone.after);
    if (Object.keys(since.after).length > 0) {
      const names = Object.keys(since.after).join(', ');
      const detail = `This was changed again since: ${names}. Undo the later change first.`;
      throw new ProblemException('CONFLICT', detail);
    }
    await this.apply({ change: undone.before, version: latest?.version, undoes: id }, act);
  }

  /** Has every process read again what is stored. @returns how many were told */
  async reload(): Promise<number> {
    await this.current.refresh();
    return this.news.publish();
  }

  private async apply(edit: Edit, act: SettingsAct): Promise<void> {
    this.refuseUnknownModels(edit.change);
    const changed = await this.dataSource.transaction((manager) => this.store(manager, edit, act));
    if (changed) await this.reload();
  }

  private async store(manager: EntityManager, edit: Edit, act: SettingsAct): Promise<boolean> {
    const latest = await this.repository.latest(manager);
    const { version = 0, stored = {} } = latest ?? {};
    if (edit.version !== undefined && edit.version !== version) throw staleVersion();
    const { before, after } = difference(stored, edit.change);
    if (Object.keys(after).length === 0) return false;
    const changedBy = act.adminId;
    const undoes = edit.undoes ?? null;
    const settings = { stored: overlaid(stored, after), before, after, changedBy, undoes };
    if (!(await this.repository.add(manager, version, settings))) throw staleVersion();
    await this.record(manager, settings, version + 1, act);
    return true;
  }

  private async record(
    manager: EntityManager,
    { before, after }: { before: SettingsChange; after: SettingsChange },
    version: number,
    { adminId, origin }: SettingsAct,
  ): Promise<void> {
    for (const setting of Object.keys(after) as (keyof SettingsChange)[]) {
      const details = {
        setting,
        version,
        before: JSON.stringify(before[setting]),
        after: JSON.stringify(after[setting]),
      };
      const event = { action: 'settings.changed', actorId: adminId, details } as const;
      await this.audit.record(event, origin, manager);
    }
  }

  private refuseUnknownModels({ models }: SettingsChange): void {
    if (this.config.llm.models.length > 0 || !models) return;
    if (models.every((id) => id === OFFLINE_MODEL)) return;
    const message = 'No server of models is configured; only the offline writer can be named.';
    const errors = [{ pointer: '/models', message }];
    throw new ProblemException('VALIDATION_FAILED', message, { errors });
  }
}
