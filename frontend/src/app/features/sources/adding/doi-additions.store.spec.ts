import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideTestApi } from '../../../../testing/providers';
import { sourceRecord } from '../../../../testing/records';
import { settled } from '../../../../testing/settled';
import { SourcesStore } from '../sources.store';
import { DoiAdditionsStore } from './doi-additions.store';
import { pastedDois } from './pasted-dois';

const URL = '/api/v1/documents/d1/sources';
const report = { added: [sourceRecord()], merged: [], merges: [], refused: [] };

describe('DoiAdditionsStore', () => {
  let store: DoiAdditionsStore;
  let sources: SourcesStore;
  let http: HttpTestingController;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [provideTestApi(), SourcesStore, DoiAdditionsStore],
    });
    store = TestBed.inject(DoiAdditionsStore);
    sources = TestBed.inject(SourcesStore);
    http = TestBed.inject(HttpTestingController);
    const loaded = TestBed.inject(SourcesStore).load('d1');
    const page = { items: [], total: 0, page: 1, perPage: 100, totalPages: 1 };
    http.expectOne(`${URL}?page=1&perPage=100`).flush(page);
    await loaded;
  });

  afterEach(() => {
    http.verify();
  });

  const add = (text: string) => store.add('d1', pastedDois(text));
  const states = () => store.additions().map(({ state }) => state);

  it('asks for one after the other, and for nothing that is no DOI', async () => {
    const added = add('10.1000/a\nno number\n10.1000/b');
    expect(states()).toEqual(['asking', 'noDoi', 'waiting']);
    const first = http.expectOne(URL);
    expect(first.request.body).toEqual({ doi: '10.1000/a' });
    first.flush(report);
    await settled();
    http.expectOne(URL).flush(report);
    await added;
    expect(states()).toEqual(['done', 'noDoi', 'done']);
    expect(store.active()).toBe(false);
  });

  it('puts what was added into the library', async () => {
    const added = add('10.1000/a');
    http.expectOne(URL).flush(report);
    await added;
    expect(sources.sources()).toEqual(report.added);
  });

  it('goes on after one that is refused, and keeps its reason', async () => {
    const added = add('10.1000/a 10.1000/b');
    const problem = { code: 'SOURCE_NOT_FOUND', detail: 'No service knows it.' };
    http.expectOne(URL).flush(problem, { status: 422, statusText: 'Unprocessable' });
    await settled();
    http.expectOne(URL).flush(report);
    await added;
    expect(store.additions()[0]).toMatchObject({ state: 'failed', problem });
    expect(states()).toEqual(['failed', 'done']);
  });

  it('asks again, and keeps one line for each', async () => {
    const first = add('10.1000/a');
    http.expectOne(URL).flush(null, { status: 503, statusText: 'Unavailable' });
    await first;
    store.again('d1', '10.1000/a');
    expect(states()).toEqual(['asking']);
    http.expectOne(URL).flush(report);
    await settled();
    expect(states()).toEqual(['done']);
    store.clear();
    expect(states()).toEqual([]);
  });

  it('takes more while it is at work', async () => {
    const first = add('10.1000/a');
    await add('10.1000/b');
    expect(states()).toEqual(['waiting', 'asking']);
    http.expectOne(URL).flush(report);
    await settled();
    http.expectOne(URL).flush(report);
    await first;
    expect(states()).toEqual(['done', 'done']);
  });
});
