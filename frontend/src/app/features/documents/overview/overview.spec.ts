import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { Pricing } from '../../../core/pricing/pricing';
import { Locale } from '../../../core/i18n/locale';
import { provideEnglish, provideTestApi } from '../../../../testing/providers';
import { eventRecord, statsRecord } from '../../../../testing/overview-records';
import { pricingRecord } from '../../../../testing/records';
import { ActivityList } from './activity-list';
import { activityText } from './activity-text';
import { StatsLedger } from './stats-ledger';

beforeEach(() => {
  const list = () => pricingRecord({ enabled: false });
  TestBed.configureTestingModule({
    providers: [
      ...[provideEnglish(), provideTestApi(), provideRouter([])],
      { provide: Pricing, useValue: { list } },
    ],
  });
});

describe('StatsLedger', () => {
  async function rows(over: Parameters<typeof statsRecord>[0]) {
    const fixture = TestBed.createComponent(StatsLedger);
    fixture.componentRef.setInput('stats', statsRecord(over));
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    const pairs = [...element.querySelectorAll('.ledger > div')].map((row) =>
      [...row.children].map(({ textContent }) => textContent.trim()),
    );
    return { element, of: new Map(pairs as [string, string][]) };
  }

  it('writes counts as the language does, and leaves out tokens that were never used', async () => {
    const { of, element } = await rows({});
    expect(of.get('Words')).toBe('7,000');
    expect(of.get('Written to the end')).toBe('1');
    expect([...of.keys()]).not.toContain('Tokens today');
    expect(element.textContent).toContain('writing is free here');
  });

  it('shows what was paid in every currency, and what came back', async () => {
    const money = [
      { currency: 'EUR', today: 0, total: 1250, refunded: 250 },
      { currency: 'JPY', today: 300, total: 300, refunded: 0 },
    ];
    const { element, of } = await rows({ money, tokens: { today: 5, total: 70_000 } });
    expect(element.textContent).toContain('€12.50');
    expect(element.textContent).toContain('¥300');
    expect(of.get('Paid back')).toBe('€2.50');
    expect(of.get('Tokens in all')).toBe('70,000');
    expect(element.textContent).not.toContain('free');
  });
});

describe('what happened', () => {
  it.each([
    [{ count: 1, subject: 'On silence' }, 'source_added.one'],
    [{ count: 21, subject: null }, 'source_added.several.other'],
    [{ kind: 'exported', subject: 'docx' }, 'exported'],
  ] as const)('%j is said by %s', (event, key) => {
    expect(activityText(eventRecord(event), TestBed.inject(Locale)).key).toBe(key);
  });

  it('leads to the document, and to none that is gone', async () => {
    const fixture = TestBed.createComponent(ActivityList);
    const paid = { kind: 'paid', documentId: null, documentTitle: null } as const;
    const events = [eventRecord(), eventRecord({ ...paid, amount: 1000, currency: 'EUR' })];
    for (const [name, value] of Object.entries({ events, hasEarlier: false, busy: false })) {
      fixture.componentRef.setInput(name, value);
    }
    await fixture.whenStable();
    const element = fixture.nativeElement as HTMLElement;
    expect([...element.querySelectorAll('a')].map((a) => a.getAttribute('href'))).toEqual([
      '/documents/d1',
    ]);
    expect(element.textContent).toContain('€10.00 paid');
    expect(element.textContent).toContain('a deleted document');
  });
});
