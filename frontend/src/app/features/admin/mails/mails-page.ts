import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { LANGUAGES } from '../../../core/i18n/languages';
import { Locale } from '../../../core/i18n/locale';
import { Badge } from '../../../ui/badge/badge';
import { Field } from '../../../ui/field/field';
import { FieldControl } from '../../../ui/field/field-control';
import { Cell } from '../../../ui/table/cell';
import { ListView } from '../shared/list-view';
import { SelectFilter } from '../shared/select-filter';
import { UrlQuery } from '../shared/url-query';
import { mailColumns } from './mail-columns';
import { MAIL_NAMES, MailText } from './mail-text';
import { MailsStore } from './mails.store';

/** Every mail that goes out, in every language. */
@Component({
  selector: 'tg-mails-page',
  imports: [
    Badge,
    Cell,
    Field,
    FieldControl,
    ListView,
    RouterLink,
    SelectFilter,
    TranslocoDirective,
  ],
  templateUrl: './mails-page.html',
  providers: [UrlQuery, MailsStore],
})
export class MailsPage {
  protected readonly store = inject(MailsStore);
  protected readonly url = inject(UrlQuery);
  protected readonly text = inject(MailText);
  protected readonly columns = mailColumns(inject(Locale), this.text);
  protected readonly mails = MAIL_NAMES;
  protected readonly languages = LANGUAGES;
}
