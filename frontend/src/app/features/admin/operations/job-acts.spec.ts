import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideTestApi } from '../../../../testing/providers';
import { actsOn, JOB_STATUSES, JobActs } from './job-acts';

describe('what can be done to a job', () => {
  it('is what its state allows', () => {
    const acts = JOB_STATUSES.map((status) => [status, actsOn({ status }).join()]);
    expect(Object.fromEntries(acts)).toEqual({
      ...{ queued: 'cancel', running: 'cancel', paused: 'retry,cancel', cancelling: '' },
      ...{ cancelled: 'retry', failed: 'retry', completed: '' },
    });
  });

  it('is asked for once, however often one presses', async () => {
    TestBed.configureTestingModule({ providers: [provideTestApi(), JobActs] });
    const acts = TestBed.inject(JobActs);
    const http = TestBed.inject(HttpTestingController);
    const first = acts.run('retry', 'j1');
    expect(await acts.run('retry', 'j1')).toBe(false);
    http.expectOne('/api/v1/admin/ai-jobs/j1/retry').flush({});
    expect(await first).toBe(true);
    http.verify();
  });

  it('says why it was refused', async () => {
    TestBed.configureTestingModule({ providers: [provideTestApi(), JobActs] });
    const acts = TestBed.inject(JobActs);
    const refused = { status: 409, statusText: 'Conflict' };
    const run = acts.run('cancel', 'j1');
    const problem = { code: 'INVALID_TRANSITION', detail: 'It has ended.' };
    const http = TestBed.inject(HttpTestingController);
    http.expectOne('/api/v1/admin/ai-jobs/j1/cancel').flush(problem, refused);
    expect(await run).toBe(false);
    expect(acts.attempt.problem()?.code).toBe('INVALID_TRANSITION');
  });
});
