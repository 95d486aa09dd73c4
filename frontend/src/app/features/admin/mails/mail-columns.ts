import type { MailSummary } from '../../../api/generated/models';
import type { Locale } from '../../../core/i18n/locale';
import type { ListColumn } from '../shared/list-column';
import type { MailText } from './mail-text';

export const mailColumns = (locale: Locale, text: MailText): ListColumn<MailSummary>[] => [
  { key: 'template', value: ({ template }) => text.mail(template), sort: 'template' },
  { key: 'locale', text: (mail) => text.language(mail.locale) },
  { key: 'subject', text: ({ subject }) => subject, sort: 'subject' },
  { key: 'state', value: ({ changed }) => (changed ? 'own' : 'builtIn') },
  {
    key: 'changedAt',
    text: ({ changedAt }) => (changedAt === null ? '—' : locale.dateTime(changedAt)),
    value: ({ changedAt }) => changedAt,
    sort: 'changedAt',
  },
  { key: 'id', text: ({ id }) => id, only: 'file' },
];
