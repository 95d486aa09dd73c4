import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideTestApi } from '../../../../testing/providers';
import { candidateRecord, sourceRecord } from '../../../../testing/records';
import { SourcesStore } from '../sources.store';
import { WorkSearchStore } from './work-search.store';

const search = (query: string) => `/api/v1/documents/d1/sources/search?query=${query}`;
const SOURCES = '/api/v1/documents/d1/sources';
const report = { added: [sourceRecord()], merged: [], merges: [], refused: [] };
const found = { items: [candidateRecord()], asked: [] };

describe('WorkSearchStore', () => {
  let store: WorkSearchStore;
  let http: HttpTestingController;

  beforeEach(async () => {
    jest.useFakeTimers();
    TestBed.configureTestingModule({
      providers: [provideTestApi(), SourcesStore, WorkSearchStore],
    });
    store = TestBed.inject(WorkSearchStore);
    http = TestBed.inject(HttpTestingController);
    const loaded = TestBed.inject(SourcesStore).load('d1');
    const page = { items: [], total: 0, page: 1, perPage: 100, totalPages: 1 };
    http.expectOne(`${SOURCES}?page=1&perPage=100`).flush(page);
    await loaded;
  });

  afterEach(() => {
    jest.useRealTimers();
    http.verify();
  });

  async function find(answer: object): Promise<void> {
    const searched = store.find('d1', 'recall');
    http.expectOne(search('recall')).flush(answer);
    await searched;
  }

  it('shows what was found', async () => {
    await find(found);
    expect(store.found()?.items).toEqual(found.items);
    expect(store.searching()).toBe(false);
  });

  it('says that it is slow only when it is', async () => {
    const searched = store.find('d1', 'recall');
    jest.advanceTimersByTime(1900);
    expect(store.slow()).toBe(false);
    jest.advanceTimersByTime(200);
    expect(store.slow()).toBe(true);
    http.expectOne(search('recall')).flush(found);
    await searched;
    expect(store.slow()).toBe(false);
  });

  it('shows the answer to the last search, whichever comes last', async () => {
    const first = store.find('d1', 'old');
    const second = store.find('d1', 'new');
    http.expectOne(search('new')).flush(found);
    http.expectOne(search('old')).flush({ items: [], asked: [] });
    await Promise.all([first, second]);
    expect(store.query()).toBe('new');
    expect(store.found()?.items).toHaveLength(1);
  });

  it('names the services of which nothing is known', async () => {
    await find({
      items: [],
      asked: [
        { provider: 'openalex', outcome: 'empty', found: 0 },
        { provider: 'crossref', outcome: 'failed', found: 0 },
        { provider: 'arxiv', outcome: 'spent', found: 0 },
      ],
    });
    expect(store.unanswered()).toEqual(['crossref', 'arxiv']);
  });

  it('adds a work by its DOI, once', async () => {
    await find(found);
    const [work] = found.items;
    const added = store.add('d1', work!);
    void store.add('d1', work!);
    const request = http.expectOne(SOURCES);
    expect(request.request.body).toEqual({ doi: work!.doi });
    request.flush(report);
    await added;
    expect(store.taking()[work!.doi!]).toBe('added');
    expect(TestBed.inject(SourcesStore).sources()).toEqual(report.added);
  });

  it('keeps the reason beside a work that could not be added', async () => {
    await find(found);
    const [work] = found.items;
    const problem = { code: 'SOURCE_UNUSABLE', detail: 'It was retracted.' };
    const added = store.add('d1', work!);
    http.expectOne(SOURCES).flush(problem, { status: 422, statusText: 'Unprocessable' });
    await added;
    expect(store.taking()[work!.doi!]).toMatchObject(problem);
  });
});
