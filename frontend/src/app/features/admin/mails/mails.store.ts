import { inject, Injectable } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { listMails } from '../../../api/generated/functions';
import type { MailSummary } from '../../../api/generated/models';
import { LANGUAGES } from '../../../core/i18n/languages';
import { PagedList } from '../shared/paged-list';
import { type Sorting, UrlQuery } from '../shared/url-query';
import { MAIL_NAMES } from './mail-text';

const SORTS = ['template', 'subject', 'changedAt'] as const;

export const LANGUAGE_CODES = LANGUAGES.map(({ code }) => code);

interface Filters extends Sorting<(typeof SORTS)[number]> {
  template?: MailSummary['template'];
  locale?: MailSummary['locale'];
}

/** All mails in all languages. */
@Injectable()
export class MailsStore {
  private readonly api = inject(Api);
  private readonly url = inject(UrlQuery);

  readonly list = new PagedList<MailSummary, Filters>(
    () => ({
      template: this.url.oneOf('template', MAIL_NAMES),
      locale: this.url.oneOf('locale', LANGUAGE_CODES),
      ...this.url.sorting(SORTS),
    }),
    (query) => this.api.invoke(listMails, query),
  );
}
