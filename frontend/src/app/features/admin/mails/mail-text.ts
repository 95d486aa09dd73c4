import { inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { MailSummary, MailTextsChange, MailView } from '../../../api/generated/models';
import { LANGUAGES } from '../../../core/i18n/languages';
import { Locale } from '../../../core/i18n/locale';
import type { ChangeWords } from '../shared/history-columns';

export type TextName = MailView['parts'][number]['name'];

/** All parts that mails have; complete by its type. */
const PARTS: Readonly<Record<TextName, true>> = {
  ...{ subject: true, heading: true, lead: true, button: true, otherDevice: true },
  ...{ expiry: true, notYou: true, note: true, why: true },
};

export const TEXT_NAMES = Object.keys(PARTS) as TextName[];

const MAILS: Readonly<Record<MailSummary['template'], true>> = {
  ...{ 'sign-in': true, 'job-completed': true, 'job-failed': true, 'job-paused': true },
  ...{ 'refund-succeeded': true, 'refund-rejected': true, 'refund-failed': true },
  'account-erased': true,
};

export const MAIL_NAMES = Object.keys(MAILS) as MailSummary['template'][];

/** Says in words which mail it is, and what of it. */
@Injectable({ providedIn: 'root' })
export class MailText implements ChangeWords {
  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(Locale);

  readonly names = TEXT_NAMES;

  mail(template: string): string {
    return this.text(`mails.names.${template}`);
  }

  language(code: string): string {
    return LANGUAGES.find((one) => one.code === code)?.name ?? code;
  }

  name(name: string): string {
    return this.text(`mails.parts.${name}`);
  }

  value(texts: MailTextsChange, name: string): string {
    const known = TEXT_NAMES.find((one) => one === name);
    const text = known && texts[known];
    return text ? `“${text}”` : this.text('mail-history.builtIn');
  }

  private text(key: string): string {
    return this.transloco.translate<string>(`adminMails.${key}`, {}, this.locale.language());
  }
}
