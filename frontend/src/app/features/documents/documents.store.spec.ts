import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideTestApi } from '../../../testing/providers';
import { factsRecord, summaryRecord } from '../../../testing/overview-records';
import { knownProfileRecord, thesisRecord } from '../../../testing/records';
import { settled } from '../../../testing/settled';
import { DocumentsStore } from './documents.store';
import { EVERYTHING } from './list/list-query';

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
    http.expectOne(SAMPLE).flush({ added: [], merged: [], merges: [], refused: [] });
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
    http.expectOne(SAMPLE).flush({ added: [], merged: [], merges: [], refused: [] });
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

  const page = (...ids: string[]) => ({
    items: ids.map((id) => summaryRecord({ id })),
    ...{ total: ids.length, page: 1, perPage: 20, totalPages: 1 },
  });
  const list = (search: string) =>
    http.expectOne(({ url, params }) => {
      return url === '/api/v1/documents' && (params.get('search') ?? '') === search;
    });

  it('shows the list asked for last, with the facts of its documents', async () => {
    const both = [store.load({ ...EVERYTHING, search: 'a' }), store.load(EVERYTHING)];
    const late = list('a');
    list('').flush(page('d1', 'd2'));
    late.flush(page('d9'));
    await settled();
    http.expectOne('/api/v1/documents/facts?ids=d9').flush({ items: [] });
    const facts = http.expectOne('/api/v1/documents/facts?ids=d1%2Cd2');
    facts.flush({ items: [factsRecord({ documentId: 'd2' })] });
    await Promise.all(both);
    expect(store.page()?.items.map(({ id }) => id)).toEqual(['d1', 'd2']);
    expect([...store.facts().keys()]).toEqual(['d2']);
  });

  it('shows the list though nothing more can be known of it', async () => {
    const loaded = store.load(EVERYTHING);
    list('').flush(page('d1'));
    await settled();
    const away = { status: 503, statusText: 'Unavailable' };
    http.expectOne('/api/v1/documents/facts?ids=d1').flush(null, away);
    await loaded;
    expect(store.page()?.total).toBe(1);
    expect(store.problem()).not.toBeNull();
  });

  it('puts a document away, and takes an archived one back', async () => {
    for (const archived of [false, true]) {
      const done = store.toggleArchived(summaryRecord({ archived }));
      const changed = http.expectOne('/api/v1/documents/d1');
      expect(changed.request.body).toEqual({ archived: !archived });
      changed.flush(thesisRecord());
      await settled();
      list('').flush(page());
      await done;
    }
  });

  const essay = {
    ...({ title: 'T', topic: 'A topic to write on', language: 'en', type: 'essay' } as const),
    ...({ targetPages: 5, citationStyle: 'apa' } as const),
  };

  it('goes on with the same new document when its rules failed the first time', async () => {
    const rules = '/api/v1/documents/d1/requirements';
    const first = store.create(essay, knownProfileRecord());
    http.expectOne('/api/v1/documents').flush(thesisRecord());
    await settled();
    http.expectOne(rules).flush(null, { status: 503, statusText: 'Unavailable' });
    expect(await first).toBeNull();
    const second = store.create({ ...essay, title: 'U' }, knownProfileRecord());
    const mended = http.expectOne('/api/v1/documents/d1');
    expect(mended.request.body).toMatchObject({ title: 'U' });
    mended.flush(thesisRecord());
    await settled();
    const stored = http.expectOne(rules);
    expect(stored.request.body).toMatchObject({ profile: 'apa7-student' });
    stored.flush({});
    expect(await second).toBe('d1');
  });
});
