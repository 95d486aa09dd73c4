import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ExistenceCheck } from '../../api/generated/models';
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

  it('shows the first of a long library while the others are still asked for', async () => {
    const loaded = store.load('d1');
    http.expectOne(LIST(1)).flush(answer(['a', 'b'], 1, 2));
    await settled();
    expect(store.sources()?.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(store.total()).toBe(3);
    http.expectOne(LIST(2)).flush(answer(['c'], 2, 2));
    await loaded;
  });

  it('asks for a long library again where it was changed meanwhile', async () => {
    const loaded = store.load('d1');
    http.expectOne(LIST(1)).flush(answer(['a', 'b'], 1, 2));
    await settled();
    const added = [sourceRecord({ id: 'new', key: 'd' })];
    store.take('d1', { added, merged: [], merges: [], refused: [] });
    http.expectOne(LIST(2)).flush(answer(['c'], 2, 2));
    await settled();
    http.expectOne(LIST(1)).flush(answer(['a', 'b'], 1, 2));
    await settled();
    http.expectOne(LIST(2)).flush(answer(['c', 'd'], 2, 2));
    await loaded;
    expect(store.sources()?.map(({ key }) => key)).toEqual(['a', 'b', 'c', 'd']);
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

  describe('with a library', () => {
    const URL = '/api/v1/documents/d1/sources/one';
    const check: ExistenceCheck = {
      state: 'differs',
      differences: [
        { field: 'year', yours: '2006', theirs: '2007' },
        { field: 'container', yours: 'Psychological Science', theirs: 'Memory' },
      ],
      provider: 'openalex',
      retracted: null,
      checkedAt: '2026-11-01T10:00:00.000Z',
    };
    const one = sourceRecord({ id: 'one', check });
    const other = sourceRecord({ id: 'other' });

    beforeEach(async () => {
      const loaded = store.load('d1');
      const page = { items: [one, other], total: 2, page: 1, perPage: 100, totalPages: 1 };
      http.expectOne(LIST(1)).flush(page);
      await loaded;
    });

    it('takes over what an import brought', () => {
      const merged = { ...other, volume: '18' };
      const added = sourceRecord({ id: 'new' });
      store.take('d1', { added: [added], merged: [merged, merged], merges: [], refused: [] });
      expect(store.sources()).toEqual([one, merged, added]);
      expect(store.total()).toBe(3);
    });

    it('leaves the library of one document alone when another gets something', () => {
      store.take('d2', {
        added: [sourceRecord({ id: 'new' })],
        merged: [],
        merges: [],
        refused: [],
      });
      expect(store.sources()).toEqual([one, other]);
    });

    it('removes a source; one that was gone before is as good', async () => {
      const removed = store.remove(one);
      http.expectOne(URL).flush(null, { status: 404, statusText: 'Not Found' });
      expect(await removed).toBe(true);
      expect(store.sources()).toEqual([other]);
    });

    it('hands over what stands in the way of an edit, and keeps the source', async () => {
      const edited = store.edit(one, { doi: 'none' });
      expect(store.working().has('one')).toBe(true);
      const problem = { code: 'CONFLICT', detail: 'It would be the same work.' };
      http.expectOne(URL).flush(problem, { status: 409, statusText: 'Conflict' });
      expect(await edited).toMatchObject(problem);
      expect(store.problems()).toEqual({});
      expect(store.sources()).toEqual([one, other]);
      expect(store.working().size).toBe(0);
    });

    it('takes over one field, compares again, and keeps the rest in sight meanwhile', async () => {
      const corrected = store.correct(one, check.differences[0]!);
      const request = http.expectOne(URL);
      expect(request.request.body).toEqual({ year: 2007 });
      request.flush({ ...one, year: 2007, check: null });
      await settled();
      expect(store.sources()?.[0]?.check?.differences).toEqual([check.differences[1]]);
      const again = { ...check, differences: [check.differences[1]!] };
      http.expectOne(`${URL}/check`).flush(again);
      await corrected;
      expect(store.sources()?.[0]).toMatchObject({ year: 2007, check: again });
    });

    it('claims nothing of a corrected source that could not be compared again', async () => {
      const corrected = store.correct(one, check.differences[0]!);
      http.expectOne(URL).flush({ ...one, year: 2007, check: null });
      await settled();
      const limited = { status: 429, statusText: 'Too Many Requests' };
      http.expectOne(`${URL}/check`).flush(null, limited);
      await corrected;
      expect(store.sources()?.[0]).toMatchObject({ year: 2007, check: null });
      expect(store.problems()['one']).toMatchObject({ status: 429 });
    });
  });
});
