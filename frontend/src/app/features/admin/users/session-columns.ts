import type { UserSession } from '../../../api/generated/models';
import type { Locale } from '../../../core/i18n/locale';
import type { ListColumn } from '../shared/list-column';

export const sessionColumns = (locale: Locale): ListColumn<UserSession>[] => [
  { key: 'userAgent', text: ({ userAgent }) => userAgent ?? '—' },
  {
    key: 'createdAt',
    text: ({ createdAt }) => locale.dateTime(createdAt),
    value: ({ createdAt }) => createdAt,
    sort: 'createdAt',
  },
  {
    key: 'lastUsedAt',
    text: ({ lastUsedAt }) => locale.dateTime(lastUsedAt),
    value: ({ lastUsedAt }) => lastUsedAt,
    sort: 'lastUsedAt',
  },
  { key: 'actions', only: 'screen' },
];
