import { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { JobStatus } from '../../api/generated/models';
import { provideEnglish, provideTestApi } from '../../../testing/providers';
import { jobRecord, pricingRecord } from '../../../testing/records';
import { settled } from '../../../testing/settled';
import { JobPanel } from './job-panel';

const PAID = [{ amount: 1000, currency: 'EUR' }];

describe('JobPanel', () => {
  let http: HttpTestingController;
  let fixture: ComponentFixture<JobPanel>;
  const page = () => fixture.nativeElement as HTMLElement;
  const text = () => page().textContent.replace(/\s+/g, ' ');

  async function show(job: JobStatus, inWork: readonly (readonly [string, string])[] = []) {
    TestBed.configureTestingModule({ providers: [provideTestApi(), provideEnglish()] });
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(JobPanel);
    const inputs = { job, inWork: new Map(inWork), log: [], polling: false, busy: null };
    for (const [name, value] of Object.entries(inputs)) {
      fixture.componentRef.setInput(name, value);
    }
    await fixture.whenStable();
  }

  async function answerPricing(enabled: boolean): Promise<void> {
    http.expectOne('/api/v1/payment/pricing').flush(pricingRecord({ enabled }));
    await settled();
  }

  it('shows the steps, what is in work, how long it takes and what it uses', async () => {
    const job = jobRecord({ sectionsDone: 2, etaSeconds: 90, tokensUsed: 1200 });
    await show(job, [
      ['a', 'Memory'],
      ['b', 'Sleep'],
    ]);
    expect(page().querySelector('[aria-current=step]')?.textContent).toContain('2 of 5');
    expect(text()).toContain('about 2 minutes left');
    expect(text()).toContain('1,200 tokens used');
    expect(text()).toContain('now: Memory, Sleep');
    expect(text()).toContain('You may leave this page');
  });

  it('says that nothing is to be paid where payments are off', async () => {
    await show(jobRecord());
    await answerPricing(false);
    await fixture.whenStable();
    expect(text()).toContain('nothing to pay');
  });

  it('says what was paid', async () => {
    await show(jobRecord());
    await answerPricing(true);
    const facts = http.expectOne(({ url }) => url.startsWith('/api/v1/documents/facts'));
    facts.flush({ items: [{ documentId: 'd1', paid: PAID }] });
    await settled();
    await fixture.whenStable();
    expect(text()).toContain('€10.00 paid');
  });

  it('does without the cost where it cannot be told', async () => {
    await show(jobRecord());
    http.expectOne('/api/v1/payment/pricing').error(new ProgressEvent('error'));
    await settled();
    await fixture.whenStable();
    expect(text()).not.toMatch(/paid|pay/);
  });
});
