import { Inject, Injectable } from '@nestjs/common';
import { type Page, type TimedPageQuery, requiredVersion, toPage } from '../../common';
import { CONFIGURATION, type Configuration } from '../../config';
import { MailRenderer, type RenderedMail } from '../mail-renderer';
import { MailService } from '../mail.service';
import { builtInWording, textNamesOf } from '../wordings/built-in';
import { sampleContext } from '../wordings/mail-samples';
import type { MailTexts, MailTextsChange } from '../wordings/mail-texts';
import { type MailKey, MailWordingsRepository } from '../wordings/mail-wordings.repository';
import { placeholdersOf, requiredIn } from '../wordings/placeholders';
import { soundTexts } from '../wordings/sound-texts';
import type { MailHistoryEntry, MailView } from './mail-dto';
import { mailIdOf } from './mail-key.pipe';
import { refuseBroken, type WordingAct, WordingEditor } from './wording-editor';

/** Mails as admins read, try and reword them. */
@Injectable()
export class MailDesk {
  constructor(
    @Inject(CONFIGURATION) private readonly config: Configuration,
    private readonly renderer: MailRenderer,
    private readonly mail: MailService,
    private readonly wordings: MailWordingsRepository,
    private readonly editor: WordingEditor,
  ) {}

  async view(key: MailKey): Promise<MailView> {
    const { template, locale } = key;
    const latest = await this.wordings.latest(key);
    const texts = soundTexts(template, latest?.stored ?? {});
    const builtIn: MailTexts = builtInWording(template, locale);
    const parts = textNamesOf(template).map((name) => ({
      name,
      builtIn: builtIn[name] ?? '',
      text: texts[name] ?? null,
      required: [...requiredIn(template, name)],
    }));
    return {
      ...{ id: mailIdOf(key), template, locale, version: latest?.version ?? 0, parts },
      placeholders: placeholdersOf(template),
      preview: this.preview(key, texts),
    };
  }

  /** @throws ProblemException VALIDATION_FAILED */
  preview(key: MailKey, texts: MailTexts): RenderedMail {
    refuseBroken(key, texts);
    return this.renderer.render(this.sample(key), texts);
  }

  /** Sends a draft, filled with invented data. @throws ProblemException VALIDATION_FAILED, UNAVAILABLE */
  async test(key: MailKey, texts: MailTexts, to: string): Promise<void> {
    refuseBroken(key, texts);
    await this.mail.send({ ...this.sample(key), to }, texts);
  }

  /** @throws ProblemException PRECONDITION_REQUIRED, STALE_VERSION, VALIDATION_FAILED */
  async change(
    key: MailKey,
    change: MailTextsChange,
    ifMatch: string | undefined,
    act: WordingAct,
  ): Promise<MailView> {
    await this.editor.change(key, change, requiredVersion(ifMatch), act);
    return this.view(key);
  }

  /** @throws ProblemException NOT_FOUND, CONFLICT, STALE_VERSION */
  async undo(id: string, act: WordingAct): Promise<MailView> {
    return this.view(await this.editor.undo(id, act));
  }

  async history(key: MailKey, query: TimedPageQuery): Promise<Page<MailHistoryEntry>> {
    const { items, total } = await this.wordings.list(key, query);
    const entries = items.map(({ id, version, before, after, changedBy, undoes, createdAt }) => ({
      ...{ id, version, before, after, changedBy, undoes },
      changedAt: createdAt.toISOString(),
    }));
    return toPage(entries, total, query);
  }

  private sample({ template, locale }: MailKey) {
    const context = sampleContext(template, locale, this.config.http.publicUrl);
    return { template, locale, context };
  }
}
