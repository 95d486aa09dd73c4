import { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { GenerationEstimate } from '../../../api/generated/models';
import { provideEnglish, provideTestApi } from '../../../../testing/providers';
import { thesisRecord } from '../../../../testing/records';
import { settled } from '../../../../testing/settled';
import { EstimatePanel } from './estimate-panel';

const ESTIMATE: GenerationEstimate = {
  ...{ sections: 12, words: 6000, calls: 13, tokens: { least: 40_000, most: 95_000 } },
  ...{ cost: null, seconds: 250, tokensLeftToday: 1_000_000, enough: true },
};

describe('EstimatePanel', () => {
  let http: HttpTestingController;
  let fixture: ComponentFixture<EstimatePanel>;
  const text = () => (fixture.nativeElement as HTMLElement).textContent.replace(/\s+/g, ' ');

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTestApi(), provideEnglish()] });
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(EstimatePanel);
    fixture.componentRef.setInput('document', thesisRecord());
    await fixture.whenStable();
  });

  const asked = () => http.expectOne('/api/v1/generate/estimate');

  async function answer(over: Partial<GenerationEstimate> = {}): Promise<void> {
    const call = asked();
    expect(call.request.body).toEqual({ documentId: 'd1' });
    call.flush({ ...ESTIMATE, ...over });
    await settled();
    await fixture.whenStable();
  }

  it('says how much is to be written, how long it takes and what it uses', async () => {
    expect(text()).toContain('Reckoning');
    await answer();
    expect(text()).toContain('12 sections 6,000 words');
    expect(text()).toContain('about 4 minutes');
    expect(text()).toContain('40,000 to 95,000 tokens 1,000,000 are left today');
    expect(text()).not.toContain('may not last');
  });

  it('says what it costs to run, where that is known', async () => {
    await answer({ cost: { least: 12, most: 145, currency: 'EUR' } });
    expect(text()).toMatch(/costs about €0\.12 – €1\.45/);
  });

  it('says beforehand when the tokens of the day may not last', async () => {
    await answer({ enough: false, tokensLeftToday: 50_000 });
    expect(text()).toContain('may not last');
  });

  it('says that no model is asked where none is', async () => {
    await answer({ calls: 0, tokens: { least: 0, most: 0 }, seconds: 12 });
    expect(text()).toContain('no tokens');
    expect(text()).toContain('less than a minute');
  });

  it('is silent where nothing is to be written', async () => {
    await answer({ sections: 0, words: 0 });
    expect(text().trim()).toBe('');
  });

  it('keeps nobody from starting when it cannot be told', async () => {
    asked().flush('', { status: 503, statusText: 'Unavailable' });
    await settled();
    await fixture.whenStable();
    expect(text()).toContain('You can start all the same.');
  });
});
