import type { CostGroup } from '../../../api/generated/models';
import type { Locale } from '../../../core/i18n/locale';
import { moneyText } from '../overview/series';
import type { ListColumn } from '../shared/list-column';

export const COST_COUNTS = ['calls', 'tokensIn', 'tokensOut', 'unpricedTokens'] as const;

export const costColumns = (locale: Locale): ListColumn<CostGroup>[] => [
  { key: 'group' },
  { key: 'cost', text: ({ cost }) => moneyText(locale, cost), align: 'end' },
  ...COST_COUNTS.map((key): ListColumn<CostGroup> => ({
    key,
    text: (group) => locale.number(group[key]),
    align: 'end',
    sort: key,
  })),
];
