import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Pricing } from '../../../api/generated/models';
import { provideEnglish, provideTestApi } from '../../../../testing/providers';
import { pricingRecord } from '../../../../testing/records';
import { ForecastStore } from './forecast.store';
import { PriceAhead } from './price-ahead';

const ahead = (seconds: number) => ({
  ...{ sections: 9, words: 5600, tokens: { least: 0, most: 0 }, cost: null, seconds },
});

describe('PriceAhead', () => {
  async function shown(pages: number | null, prices: Partial<Pricing>): Promise<string> {
    TestBed.configureTestingModule({
      providers: [provideEnglish(), provideTestApi(), ForecastStore],
    });
    const fixture = TestBed.createComponent(PriceAhead);
    fixture.componentRef.setInput('pages', pages);
    fixture.componentRef.setInput('language', 'en');
    await fixture.whenStable();
    const http = TestBed.inject(HttpTestingController);
    http.expectOne('/api/v1/payment/pricing').flush(pricingRecord(prices));
    TestBed.inject(ForecastStore).forecast.set(ahead(600));
    await fixture.whenStable();
    return (fixture.nativeElement as HTMLElement).textContent.replace(/\s+/g, ' ');
  }

  it('multiplies the pages by the price that the server names', async () => {
    const text = await shown(20, { pagePrice: 75 });
    expect(text).toContain('€15.00');
    expect(text).toContain('20 pages at €0.75 each');
    expect(text).toContain('about 10 minutes');
  });

  it('says that it is free where nothing is to be paid', async () => {
    const text = await shown(20, { enabled: false });
    expect(text).toContain('Free');
    expect(text).not.toContain('€');
  });

  it('reckons with no number that makes no document', async () => {
    expect(await shown(null, {})).toContain('Choose a number of pages');
  });
});

describe('ForecastStore', () => {
  it('shows the forecast asked for last, whichever answer comes last', async () => {
    TestBed.configureTestingModule({ providers: [provideTestApi(), ForecastStore] });
    const store = TestBed.inject(ForecastStore);
    const http = TestBed.inject(HttpTestingController);
    const both = [store.load(20, 'en'), store.load(40, 'en')];
    const request = (pages: number) =>
      http.expectOne(({ params }) => params.get('targetPages') === String(pages));
    const late = request(20);
    request(40).flush(ahead(2));
    late.flush(ahead(1));
    await Promise.all(both);
    expect(store.forecast()?.seconds).toBe(2);
  });
});
