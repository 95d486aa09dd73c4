import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideTestApi } from '../../../../testing/providers';
import { ComplianceStore } from './compliance.store';

const URL = '/api/v1/documents/d1/export/pdf/compliance?declaration=false';
const report = { format: 'pdf', sha256: 'a', met: 1, broken: 0, notCheckable: 0, outcomes: [] };

describe('ComplianceStore', () => {
  let store: ComplianceStore;
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideTestApi(), ComplianceStore] });
    store = TestBed.inject(ComplianceStore);
    http = TestBed.inject(HttpTestingController);
  });

  it('holds a report a format', async () => {
    const checked = store.check('d1', 'pdf', false);
    expect(store.reports().pdf.busy).toBe(true);
    expect(store.reports().docx.busy).toBe(false);
    http.expectOne(URL).flush(report);
    await checked;
    expect(store.reports().pdf).toEqual({ busy: false, report, problem: null });
  });

  it('says why a file could not be checked', async () => {
    const checked = store.check('d1', 'pdf', false);
    const problem = { code: 'UNAVAILABLE', detail: 'Later.' };
    http.expectOne(URL).flush(problem, { status: 503, statusText: 'Service Unavailable' });
    await checked;
    expect(store.reports().pdf.problem).toMatchObject(problem);
  });

  it('forgets a report of a file that is offered no longer', async () => {
    const checked = store.check('d1', 'pdf', false);
    const request = http.expectOne(URL);
    store.clear();
    request.flush(report);
    await checked;
    expect(store.reports().pdf).toEqual({ busy: false, report: null, problem: null });
  });
});
