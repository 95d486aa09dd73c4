import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { settled } from '../../../../testing/settled';
import { type Paged, PagedList, type PageWindow } from './paged-list';
import { UrlQuery } from './url-query';

interface Row {
  id: string;
}

type Query = PageWindow & { word: string };

describe('PagedList', () => {
  const page = signal(1);
  const word = signal('a');
  let asked: { query: Query; answer: (page: Paged<Row>) => void; fail: () => void }[];
  let list: PagedList<Row, { word: string }>;

  const pageOf = (ids: string[], over: Partial<Paged<Row>> = {}): Paged<Row> => ({
    ...{ items: ids.map((id) => ({ id })), total: ids.length, page: 1, totalPages: 1 },
    ...over,
  });

  function make(file?: () => Promise<string>): void {
    page.set(1);
    word.set('a');
    asked = [];
    const ask = (query: Query) =>
      new Promise<Paged<Row>>((answer, reject) => {
        asked.push({ query, answer, fail: () => reject(new Error('down')) });
      });
    TestBed.configureTestingModule({ providers: [{ provide: UrlQuery, useValue: { page } }] });
    list = TestBed.runInInjectionContext(() => new PagedList(() => ({ word: word() }), ask, file));
    TestBed.tick();
  }

  const ids = () => list.rows().map(({ id }) => id);

  it('asks once for what the address says, and again when that changes', async () => {
    make();
    asked[0]?.answer(pageOf(['1']));
    await settled();
    TestBed.tick();
    expect(asked.map(({ query }) => query)).toEqual([{ word: 'a', page: 1, perPage: 20 }]);
    word.set('b');
    page.set(2);
    TestBed.tick();
    expect(asked[1]?.query).toEqual({ word: 'b', page: 2, perPage: 20 });
  });

  it('shows what was asked for last, whatever comes last', async () => {
    make();
    word.set('b');
    TestBed.tick();
    asked[1]?.answer(pageOf(['new']));
    await settled();
    asked[0]?.answer(pageOf(['old']));
    await settled();
    expect(ids()).toEqual(['new']);
  });

  it('keeps what it has when more cannot be read, and says so', async () => {
    make();
    asked[0]?.answer(pageOf(['1']));
    await settled();
    const again = list.load();
    asked[1]?.fail();
    await again;
    expect(ids()).toEqual(['1']);
    expect(list.problem()?.code).toBe('UNKNOWN');
  });

  it('makes a file of all pages, with each row once', async () => {
    make();
    const file = list.file((rows) => rows.map(({ id }) => id).join());
    asked[1]?.answer(pageOf(['1', '2'], { totalPages: 2 }));
    await settled();
    asked[2]?.answer(pageOf(['2', '3'], { page: 2, totalPages: 2 }));
    expect(await file).toBe('1,2,3');
    expect(asked.slice(1).map(({ query }) => [query.page, query.perPage])).toEqual([
      [1, 100],
      [2, 100],
    ]);
  });

  it('makes one file at a time', async () => {
    make();
    const first = list.file(() => 'made');
    expect(await list.file(() => 'made twice')).toBeNull();
    asked[1]?.answer(pageOf([]));
    expect(await first).toBe('made');
  });

  it("takes the API's own file where it has one", async () => {
    make(() => Promise.resolve('its own'));
    expect(await list.file(() => 'made')).toBe('its own');
    expect(asked).toHaveLength(1);
  });
});
