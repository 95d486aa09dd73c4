import type { AdminUser } from '../../../api/generated/models';
import type { Locale } from '../../../core/i18n/locale';
import type { ListColumn } from '../shared/list-column';

export const userColumns = (locale: Locale): ListColumn<AdminUser>[] => [
  { key: 'email', text: ({ email }) => email, sort: 'email' },
  { key: 'role' },
  { key: 'state' },
  {
    key: 'tokensUsedToday',
    text: ({ tokensUsedToday }) => locale.number(tokensUsedToday),
    align: 'end',
    sort: 'tokensUsedToday',
  },
  { key: 'createdAt', text: ({ createdAt }) => locale.date(createdAt), sort: 'createdAt' },
];
