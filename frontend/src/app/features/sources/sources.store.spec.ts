import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideTestApi } from '../../../testing/providers';
import { sourceRecord } from '../../../testing/records';
import { settled } from '../../../testing/settled';
import { SourcesStore } from './sources.store';

const LIST = (page: number) => `/api/v1/documents/d1/sources?page=${String(page)}&perPage=100`;
const answer = (keys: string[], page: number, totalPages: number) => ({
  items: keys.map((key) => sourceRecord({ key })),
  total: 3,
  page,
  perPage: 100,
  totalPages,
});

describe('SourcesStore', () => {
  let store: SourcesStore;
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideTestApi(), SourcesStore] });
    store = TestBed.inject(SourcesStore);
    http = TestBed.inject(HttpTestingController);
  });

  it('gathers the pages of a long library', async () => {
    const loaded = store.load('d1');
    http.expectOne(LIST(1)).flush(answer(['a', 'b'], 1, 2));
    await settled();
    http.expectOne(LIST(2)).flush(answer(['c'], 2, 2));
    await loaded;
    expect(store.sources()?.map(({ key }) => key)).toEqual(['a', 'b', 'c']);
    expect(store.total()).toBe(3);
  });

  it('shows nothing of another document while a new one loads', async () => {
    const first = store.load('d1');
    http.expectOne(LIST(1)).flush(answer(['a'], 1, 1));
    await first;
    void store.load('d2');
    expect(store.sources()).toBeNull();
  });

  it('leaves a source in place that the text cites, and says why', async () => {
    const first = store.load('d1');
    http.expectOne(LIST(1)).flush(answer(['a'], 1, 1));
    await first;
    const source = store.sources()![0]!;
    const removed = store.remove(source);
    const problem = { code: 'CONFLICT', detail: 'A section cites this source.' };
    http
      .expectOne(`/api/v1/documents/d1/sources/${source.id}`)
      .flush(problem, { status: 409, statusText: 'Conflict' });
    expect(await removed).toBe(false);
    expect(store.sources()).toHaveLength(1);
    expect(store.problems()[source.id]).toMatchObject(problem);
  });
});
