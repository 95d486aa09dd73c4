import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideTestApi } from '../../../testing/providers';
import { ExportStore } from './export.store';

const URL = '/api/v1/documents/d1/export';
const file = { downloadUrl: '/x', expiresAt: '', fileSize: 10, format: 'pdf', sha256: 'a' };

describe('ExportStore', () => {
  let store: ExportStore;
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideTestApi(), ExportStore] });
    store = TestBed.inject(ExportStore);
    http = TestBed.inject(HttpTestingController);
  });

  it('makes each format by itself', async () => {
    const made = store.make('d1', 'pdf');
    expect(store.files().pdf.busy).toBe(true);
    expect(store.files().docx.busy).toBe(false);
    http.expectOne(URL).flush(file);
    await made;
    expect(store.files().pdf).toMatchObject({ busy: false, file });
  });

  it('says why a file could not be made, and can be asked again', async () => {
    const first = store.make('d1', 'pdf');
    const problem = { code: 'NOTHING_TO_EXPORT', detail: 'Nothing is written yet.' };
    http.expectOne(URL).flush(problem, { status: 422, statusText: 'Unprocessable Content' });
    await first;
    expect(store.files().pdf.problem).toMatchObject(problem);
    const second = store.make('d1', 'pdf');
    http.expectOne(URL).flush(file);
    await second;
    expect(store.files().pdf).toMatchObject({ file, problem: null });
  });

  it('offers no file with a declaration that is no longer wanted', async () => {
    const first = store.make('d1', 'pdf');
    const early = http.expectOne(URL);
    expect(early.request.body).toEqual({ format: 'pdf', declaration: true });
    store.declare(false);
    early.flush(file);
    await first;
    expect(store.files().pdf.file).toBeNull();
    const second = store.make('d1', 'pdf');
    const late = http.expectOne(URL);
    expect(late.request.body).toEqual({ format: 'pdf', declaration: false });
    late.flush(file);
    await second;
    expect(store.files().pdf.file).toEqual(file);
  });
});
