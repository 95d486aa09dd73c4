import { Injectable } from '@nestjs/common';
import { type Page, toPage } from '../../common';
import { builtInWording } from '../wordings/built-in';
import { type MailKey, MailWordingsRepository } from '../wordings/mail-wordings.repository';
import { soundTexts } from '../wordings/sound-texts';
import type { MailQuery, MailSummary } from './mail-dto';
import { MAIL_KEYS, mailIdOf } from './mail-key.pipe';

/** All mails in all languages, with what was made of them. */
@Injectable()
export class MailList {
  constructor(private readonly wordings: MailWordingsRepository) {}

  /** There are as many as the product has; the database knows only those that were changed. */
  async list(query: MailQuery): Promise<Page<MailSummary>> {
    const { page, perPage, template, locale, sort, order } = query;
    const latest = await this.wordings.allLatest();
    const versions = new Map(latest.map((version) => [mailIdOf(version), version]));
    const matching = MAIL_KEYS.filter(
      (key) =>
        [undefined, key.template].includes(template) && [undefined, key.locale].includes(locale),
    ).map((key) => summaryOf(key, versions.get(mailIdOf(key))));
    matching.sort((one, other) => compare(one[sort] ?? '', other[sort] ?? ''));
    if (order === 'desc') matching.reverse();
    const first = (page - 1) * perPage;
    return toPage(matching.slice(first, first + perPage), matching.length, query);
  }
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

function summaryOf(key: MailKey, version?: { stored: object; createdAt: Date }): MailSummary {
  const texts = soundTexts(key.template, version?.stored ?? {});
  return {
    id: mailIdOf(key),
    template: key.template,
    locale: key.locale,
    subject: texts.subject ?? builtInWording(key.template, key.locale).subject,
    changed: Object.keys(texts).length > 0,
    changedAt: version?.createdAt.toISOString() ?? null,
  };
}
