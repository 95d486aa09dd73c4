import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditTrail, type RequestOrigin } from '../../audit';
import { notFound, ProblemException, staleVersion } from '../../common';
import type { MailTexts, MailTextsChange } from '../wordings/mail-texts';
import { type MailKey, MailWordingsRepository } from '../wordings/mail-wordings.repository';
import { issuesIn } from '../wordings/placeholders';
import { wordingAfter, wordingChange } from '../wordings/wording-change';
import { soundTexts } from '../wordings/sound-texts';

/** Who changes a wording, and from where. */
export interface WordingAct {
  adminId: string;
  origin: RequestOrigin;
}

interface Edit {
  change: MailTextsChange;
  /** The version that was looked at; undefined for whichever there is. */
  version: number | undefined;
  /** The change that is taken back. */
  undoes?: string;
}

/** @throws ProblemException VALIDATION_FAILED for what could not be sent */
export function refuseBroken({ template }: MailKey, texts: MailTextsChange): void {
  const errors = issuesIn(template, texts);
  if (errors.length === 0) return;
  throw new ProblemException('VALIDATION_FAILED', 'This mail could not be sent.', { errors });
}

/** Changes what mails say, for the next one that is sent, and keeps how it was. */
@Injectable()
export class WordingEditor {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly wordings: MailWordingsRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws ProblemException STALE_VERSION, VALIDATION_FAILED */
  async change(
    key: MailKey,
    change: MailTextsChange,
    version: number | undefined,
    act: WordingAct,
  ): Promise<void> {
    refuseBroken(key, change);
    await this.apply(key, { change, version }, act);
  }

  /**
   * Sets what one change has set back to how it was, as another change.
   * @throws ProblemException NOT_FOUND, CONFLICT when some of it was changed again since
   */
  async undo(id: string, act: WordingAct): Promise<MailKey> {
    const undone = await this.wordings.find(id);
    if (undone === undefined) throw notFound();
    const latest = await this.wordings.latest(undone);
    const since = wordingChange(latest?.stored ?? {}, undone.after);
    if (Object.keys(since.after).length > 0) {
      const detail = 'Some of this was changed again since. Undo the later change first.';
      throw new ProblemException('CONFLICT', detail);
    }
    // what another version of the product had let in cannot come back
    refuseBroken(undone, undone.before);
    await this.apply(undone, { change: undone.before, version: latest?.version, undoes: id }, act);
    return undone;
  }

  private async apply(key: MailKey, edit: Edit, act: WordingAct): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const latest = await this.wordings.latest(key, manager);
      const { version = 0 } = latest ?? {};
      if (edit.version !== undefined && edit.version !== version) throw staleVersion();
      const stored: MailTexts = latest?.stored ?? {};
      const { before, after } = wordingChange(stored, edit.change);
      if (Object.keys(after).length === 0) return;
      const undoes = edit.undoes ?? null;
      const next = soundTexts(key.template, wordingAfter(stored, after));
      const wording = { stored: next, before, after, changedBy: act.adminId, undoes };
      if (!(await this.wordings.add(manager, key, version, wording))) throw staleVersion();
      await this.record(manager, key, { version: version + 1, after }, act);
    });
  }

  private async record(
    manager: EntityManager,
    { template, locale }: MailKey,
    { version, after }: { version: number; after: MailTextsChange },
    { adminId, origin }: WordingAct,
  ): Promise<void> {
    const details = { mail: template, language: locale, version, parts: Object.keys(after).join() };
    const event = { action: 'mail.wording_changed', actorId: adminId, details } as const;
    await this.audit.record(event, origin, manager);
  }
}
