import { TestBed } from '@angular/core/testing';
import type { AdminStats, StatsDay } from '../../../api/generated/models';
import { provideEnglish } from '../../../../testing/providers';
import { Locale } from '../../../core/i18n/locale';
import { moneyText, seriesOf } from './series';

const day = (over: Partial<StatsDay>): StatsDay => ({
  ...{ day: '2026-11-01', newUsers: 0, newDocuments: 0, jobsCompleted: 0, jobsFailed: 0 },
  ...{ tokens: 0, modelCost: [], revenue: [] },
  ...over,
});

const revenue = (currency: string, net: number) => ({
  currency,
  net,
  sales: net,
  refunds: 0,
  vat: 0,
});

const stats: AdminStats = {
  users: { total: 2, newToday: 0, newIn7Days: 1, activeIn7Days: 1, blocked: 0 },
  documents: { draft: 1, outlined: 0, generating: 0, completed: 1 },
  jobs: {},
  tokens: { today: 0, total: 30 },
  modelCost: [],
  revenue: [revenue('EUR', 350), revenue('JPY', 500)],
  series: [
    day({ tokens: 10, revenue: [revenue('EUR', 250)] }),
    day({ day: '2026-11-02', tokens: 20, revenue: [revenue('EUR', 100), revenue('JPY', 500)] }),
  ],
};

describe('seriesOf', () => {
  let locale: Locale;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: provideEnglish() });
    locale = TestBed.inject(Locale);
  });

  it('adds up no money of different currencies', () => {
    const drawn = seriesOf(stats, locale).filter(({ key }) => key === 'revenue');
    expect(drawn.map(({ currency, summary }) => [currency, summary])).toEqual([
      ['EUR', '€3.50'],
      ['JPY', '¥500'],
    ]);
    expect(drawn[1]?.bars.map(({ value }) => value)).toEqual([0, 500]);
    expect(moneyText(locale, [])).toBe('—');
  });

  it('has a bar for each day, said in words', () => {
    const tokens = seriesOf(stats, locale).find(({ key }) => key === 'tokens');
    expect(tokens?.summary).toBe('30');
    expect(tokens?.bars[1]).toEqual({ label: 'Nov 2, 2026', value: 20, text: '20' });
  });

  it('draws no costs where none are known', () => {
    expect(seriesOf(stats, locale).some(({ key }) => key === 'cost')).toBe(false);
  });
});
