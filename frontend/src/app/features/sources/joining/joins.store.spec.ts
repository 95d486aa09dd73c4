import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Source } from '../../../api/generated/models';
import { provideTestApi } from '../../../../testing/providers';
import { sourceRecord, thesisRecord } from '../../../../testing/records';
import { settled } from '../../../../testing/settled';
import { DocumentStore } from '../../workspace/document.store';
import { SourcesStore } from '../sources.store';
import { JoinsStore } from './joins.store';

const SOURCES = '/api/v1/documents/d1/sources';
const [first, gone, into, last] = ['first', 'gone', 'into', 'last'].map((id) =>
  sourceRecord({ id, key: id }),
) as [Source, Source, Source, Source];

describe('JoinsStore', () => {
  let http: HttpTestingController;
  let store: JoinsStore;
  let sources: SourcesStore;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [provideTestApi(), DocumentStore, JoinsStore, SourcesStore],
    });
    http = TestBed.inject(HttpTestingController);
    store = TestBed.inject(JoinsStore);
    sources = TestBed.inject(SourcesStore);
    const items = [first, gone, into, last];
    const loaded = [sources.load('d1'), TestBed.inject(DocumentStore).load('d1')];
    const page = { items, total: 4, page: 1, perPage: 100, totalPages: 1 };
    http.expectOne(`${SOURCES}?page=1&perPage=100`).flush(page);
    http.expectOne('/api/v1/documents/d1').flush(thesisRecord());
    await Promise.all(loaded);
  });

  const ids = () => sources.sources()?.map(({ id }) => id);

  async function join(): Promise<void> {
    const joined = store.join(gone, into);
    const request = http.expectOne(`${SOURCES}/gone/merge`);
    expect(request.request.body).toEqual({ into: 'into' });
    request.flush({ key: 'into', sections: ['s1', 's2'] });
    await settled();
    http.expectOne(`${SOURCES}/into`).flush({ ...into, passageCount: 9 });
    await settled();
    http.expectOne('/api/v1/documents/d1').flush(thesisRecord({ version: 8 }));
    expect(await joined).toBeNull();
  }

  it('leaves one of two, as it is now, and asks for the text that names it', async () => {
    await join();
    expect(ids()).toEqual(['first', 'into', 'last']);
    expect(sources.sources()?.[1]?.passageCount).toBe(9);
    expect(TestBed.inject(DocumentStore).document()?.version).toBe(8);
    expect(store.fresh()).toMatchObject([{ gone, into: 'into', sections: 2, undone: false }]);
  });

  it('makes two of them again, each in its place', async () => {
    await join();
    const apart = store.takeApart(store.fresh()[0]!);
    const undone = { id: 'gone', key: 'gone', sections: ['s1', 's2'] };
    http.expectOne(`${SOURCES}/gone/merge/undo`).flush(undone);
    await settled();
    http.expectOne(`${SOURCES}/into`).flush(into);
    http.expectOne(`${SOURCES}/gone`).flush(gone);
    await settled();
    http.expectOne('/api/v1/documents/d1').flush(thesisRecord());
    expect(await apart).toBeNull();
    const before = { id: 'old', key: 'old', title: 'Old', into: 'gone', sections: 0 };
    http.expectOne('/api/v1/documents/d1/gone-sources').flush({ items: [before] });
    await settled();
    expect(sources.sources()).toEqual([first, gone, into, last]);
    expect(store.earlier()).toMatchObject([{ gone: { id: 'old' }, stayed: gone }]);
    expect(store.fresh()).toMatchObject([{ undone: true }]);
    store.putUndoneAway();
    expect(store.fresh()).toEqual([]);
  });

  it('keeps what stood in the way of that', async () => {
    await join();
    const apart = store.takeApart(store.fresh()[0]!);
    const problem = { code: 'CONFLICT', reason: 'MERGE_TEXT_CHANGED', detail: 'Changed.' };
    http
      .expectOne(`${SOURCES}/gone/merge/undo`)
      .flush(problem, { status: 409, statusText: 'Conflict' });
    expect(await apart).toMatchObject(problem);
    expect(store.problems()).toMatchObject({ gone: problem });
    expect(ids()).toEqual(['first', 'into', 'last']);
    expect(store.fresh()).toMatchObject([{ undone: false }]);
  });

  it('looks again where one of the two is gone', async () => {
    const joined = store.join(gone, into);
    http
      .expectOne(`${SOURCES}/gone/merge`)
      .flush({ code: 'NOT_FOUND', detail: '' }, { status: 404, statusText: 'Not Found' });
    expect(await joined).toMatchObject({ status: 404 });
    const page = { items: [first, into], total: 2, page: 1, perPage: 100, totalPages: 1 };
    http.expectOne(`${SOURCES}?page=1&perPage=100`).flush(page);
    await settled();
    expect(ids()).toEqual(['first', 'into']);
    expect(store.fresh()).toEqual([]);
  });

  it('knows what became one earlier, and what is put away', async () => {
    await join();
    const loaded = store.load('d1');
    const before = { id: 'old', key: 'old', title: 'Old', into: 'last', sections: 0 };
    const items = [before, { ...before, id: 'gone', into: 'into' }];
    http.expectOne('/api/v1/documents/d1/gone-sources').flush({ items });
    await loaded;
    expect(store.fresh().map(({ gone: { id } }) => id)).toEqual(['gone']);
    expect(store.earlier()).toMatchObject([{ gone: { id: 'old' }, stayed: last }]);
    store.putAway(store.fresh()[0]!);
    expect(store.fresh()).toEqual([]);
    expect(store.earlier().map(({ gone: { id } }) => id)).toEqual(['gone', 'old']);
  });

  it('offers no way back where the other source has gone too', async () => {
    await join();
    const removed = sources.remove(into);
    http.expectOne(`${SOURCES}/into`).flush(null);
    await removed;
    expect(store.fresh()).toEqual([]);
  });
});
