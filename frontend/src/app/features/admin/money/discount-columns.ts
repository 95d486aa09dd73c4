import type { DiscountCode } from '../../../api/generated/models';
import type { Locale } from '../../../core/i18n/locale';
import type { ListColumn } from '../shared/list-column';

export const discountColumns = (locale: Locale): ListColumn<DiscountCode>[] => [
  { key: 'code', text: ({ code }) => code, sort: 'code' },
  {
    key: 'percent',
    text: ({ percent }) => locale.percent(percent),
    value: ({ percent }) => percent,
    align: 'end',
    sort: 'percent',
  },
  {
    key: 'uses',
    text: ({ uses, maxUses }) =>
      `${locale.number(uses)} / ${maxUses === null ? '∞' : locale.number(maxUses)}`,
    value: ({ uses }) => uses,
    align: 'end',
    sort: 'uses',
  },
  { key: 'maxUses', value: ({ maxUses }) => maxUses, only: 'file' },
  {
    key: 'usesPerUser',
    text: ({ usesPerUser }) => locale.number(usesPerUser),
    value: ({ usesPerUser }) => usesPerUser,
    align: 'end',
  },
  {
    key: 'expiresAt',
    text: ({ expiresAt }) => (expiresAt === null ? '—' : locale.dateTime(expiresAt)),
    value: ({ expiresAt }) => expiresAt,
  },
  {
    key: 'createdAt',
    text: ({ createdAt }) => locale.date(createdAt),
    value: ({ createdAt }) => createdAt,
    sort: 'createdAt',
  },
];
