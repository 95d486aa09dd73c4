import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideTestApi } from '../../../testing/providers';
import { thesisRecord } from '../../../testing/records';
import { settled } from '../../../testing/settled';
import { DocumentsStore } from './documents.store';

const SAMPLE = '/api/v1/documents/d1/sources/sample';

describe('DocumentsStore', () => {
  let store: DocumentsStore;
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideTestApi(), DocumentsStore] });
    store = TestBed.inject(DocumentsStore);
    http = TestBed.inject(HttpTestingController);
  });

  it('makes the sample document with the sample library', async () => {
    const made = store.createSample();
    const created = http.expectOne('/api/v1/documents');
    expect(created.request.body).toMatchObject({ language: 'en', targetPages: 20 });
    created.flush(thesisRecord());
    await settled();
    http.expectOne(SAMPLE).flush({ added: [], merged: [], refused: [] });
    expect(await made).toBe('d1');
  });

  it('goes on with the same document when the library failed the first time', async () => {
    const first = store.createSample();
    http.expectOne('/api/v1/documents').flush(thesisRecord());
    await settled();
    http.expectOne(SAMPLE).flush(null, { status: 503, statusText: 'Unavailable' });
    expect(await first).toBeNull();
    const second = store.createSample();
    http.expectNone('/api/v1/documents');
    http.expectOne(SAMPLE).flush({ added: [], merged: [], refused: [] });
    expect(await second).toBe('d1');
  });

  it('creates one document for two hasty clicks', async () => {
    const body = {
      title: 'T',
      topic: 'A topic to write on',
      language: 'en',
      type: 'essay',
      targetPages: 5,
      citationStyle: 'apa',
    } as const;
    const both = Promise.all([store.create(body), store.create(body)]);
    http.expectOne('/api/v1/documents').flush(thesisRecord());
    expect(await both).toEqual(['d1', null]);
  });

  it('keeps what the server said about the fields', async () => {
    const made = store.createSample();
    const errors = [{ pointer: '/title', message: 'Use at most 500 characters.' }];
    const body = { code: 'VALIDATION_FAILED', detail: 'Some fields are not right.', errors };
    const refused = { status: 422, statusText: 'Unprocessable Content' };
    http.expectOne('/api/v1/documents').flush(body, refused);
    expect(await made).toBeNull();
    expect(store.problem()?.fields).toEqual(errors);
  });
});
