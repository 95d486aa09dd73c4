import type { AdminUser } from '../../../api/generated/models';
import type { Locale } from '../../../core/i18n/locale';
import type { ListColumn } from '../shared/list-column';

export const userColumns = (locale: Locale): ListColumn<AdminUser>[] => [
  { key: 'email', text: ({ email }) => email, sort: 'email' },
  { key: 'name', text: ({ fullName }) => fullName ?? '', only: 'file' },
  { key: 'role', value: ({ role }) => role },
  { key: 'state', value: ({ blockedAt }) => (blockedAt === null ? 'active' : 'blocked') },
  {
    key: 'createdAt',
    text: ({ createdAt }) => locale.date(createdAt),
    value: ({ createdAt }) => createdAt,
    sort: 'createdAt',
  },
  { key: 'id', text: ({ id }) => id, only: 'file' },
  { key: 'actions', only: 'screen' },
];
