import type { Institution } from '../../../api/generated/models';
import type { Locale } from '../../../core/i18n/locale';
import type { ListColumn } from '../shared/list-column';

export const institutionColumns = (locale: Locale): ListColumn<Institution>[] => [
  { key: 'name', text: ({ name }) => name, sort: 'name' },
  { key: 'mailDomain', text: ({ mailDomain }) => mailDomain, sort: 'mailDomain' },
  {
    key: 'pagesPerMonth',
    text: ({ pagesPerMonth }) => locale.number(pagesPerMonth),
    value: ({ pagesPerMonth }) => pagesPerMonth,
    align: 'end',
    sort: 'pagesPerMonth',
  },
  { key: 'actions', only: 'screen' },
];
