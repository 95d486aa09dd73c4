import type { AdminStats, Money, StatsDay } from '../../../api/generated/models';
import type { Locale } from '../../../core/i18n/locale';
import type { Bar } from '../../../ui/bar-chart/bar-chart';

export interface Series {
  /** Of its heading. */
  key: 'tokens' | 'newUsers' | 'newDocuments' | 'jobsCompleted' | 'jobsFailed' | 'cost' | 'revenue';
  /** Of an amount of money. */
  currency?: string;
  summary: string;
  bars: Bar[];
}

const COUNTS = ['tokens', 'jobsCompleted', 'jobsFailed', 'newUsers', 'newDocuments'] as const;

const revenueOf = ({ revenue }: Pick<StatsDay, 'revenue'>): Money[] =>
  revenue.map(({ currency, net }) => ({ currency, amount: net }));

const amountIn = (sums: readonly Money[], currency: string): number =>
  sums.find((sum) => sum.currency === currency)?.amount ?? 0;

/** `€2.50 + $1.00`; amounts of different currencies are never added up. */
export const moneyText = (locale: Locale, sums: readonly Money[]): string =>
  sums.map(({ amount, currency }) => locale.money(amount, currency)).join(' + ') || '—';

/** What is drawn over time: counts, and money of each currency by itself. */
export function seriesOf({ series, ...stats }: AdminStats, locale: Locale): Series[] {
  const drawn = (
    key: Series['key'],
    value: (day: StatsDay) => number,
    say: (value: number) => string,
    currency?: string,
  ): Series => {
    const bars = series.map((day) => {
      const amount = value(day);
      return { label: locale.date(day.day), value: amount, text: say(amount) };
    });
    const summary = say(bars.reduce((sum, bar) => sum + bar.value, 0));
    return { key, summary, bars, ...(currency && { currency }) };
  };
  const money = (key: 'cost' | 'revenue', sums: readonly Money[], of: (day: StatsDay) => Money[]) =>
    sums.map(({ currency }) => {
      const say = (amount: number) => locale.money(amount, currency);
      return drawn(key, (day) => amountIn(of(day), currency), say, currency);
    });
  return [
    ...money('revenue', revenueOf(stats), revenueOf),
    ...money('cost', stats.modelCost, ({ modelCost }) => modelCost),
    ...COUNTS.map((key) =>
      drawn(
        key,
        (day) => day[key],
        (count) => locale.number(count),
      ),
    ),
  ];
}

/** A day as a row of the table beside the drawings. */
export const dayTexts = (day: StatsDay, locale: Locale) => ({
  revenue: moneyText(locale, revenueOf(day)),
  cost: moneyText(locale, day.modelCost),
});
