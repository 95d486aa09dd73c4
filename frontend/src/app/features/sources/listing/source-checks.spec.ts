import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { ExistenceCheck } from '../../../api/generated/models';
import { provideTestApi } from '../../../../testing/providers';
import { sourceRecord } from '../../../../testing/records';
import { settled } from '../../../../testing/settled';
import { SourcesStore } from '../sources.store';
import { SourceChecks } from './source-checks';

const library = ['a', 'b', 'c', 'd'].map((id) => sourceRecord({ id, title: `Work ${id}` }));
const url = (id: string) => `/api/v1/documents/d1/sources/${id}/check`;

describe('SourceChecks', () => {
  let checks: SourceChecks;
  let sources: SourcesStore;
  let http: HttpTestingController;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTestApi(), SourcesStore, SourceChecks] });
    checks = TestBed.inject(SourceChecks);
    sources = TestBed.inject(SourcesStore);
    http = TestBed.inject(HttpTestingController);
    const loaded = sources.load('d1');
    const page = { items: library, total: 4, page: 1, perPage: 100, totalPages: 1 };
    http.expectOne('/api/v1/documents/d1/sources?page=1&perPage=100').flush(page);
    await loaded;
  });

  afterEach(() => {
    http.verify();
  });

  async function answer(id: string, state: ExistenceCheck['state'] = 'verified'): Promise<void> {
    const checkedAt = '2026-11-01T10:00:00.000Z';
    const check = { state, differences: [], provider: null, retracted: null, checkedAt };
    http.expectOne(url(id)).flush(check);
    await settled();
  }

  it('checks one after the other, and shows how far it is', async () => {
    const run = checks.start(library);
    await answer('a');
    expect(checks.run()).toMatchObject({ state: 'running', done: 1, total: 4, current: 'Work b' });
    await answer('b');
    await answer('c');
    await answer('d');
    await run;
    expect(checks.run()).toMatchObject({ state: 'done', done: 4 });
    expect(sources.sources()?.map(({ check }) => check?.state)).toEqual(
      Array<string>(4).fill('verified'),
    );
  });

  it('asks for nothing more once it is stopped', async () => {
    const run = checks.start(library);
    checks.stop();
    await answer('a');
    await run;
    expect(checks.run()).toMatchObject({ state: 'stopped' });
  });

  it('gives up when nobody answers any more', async () => {
    const run = checks.start(library);
    await answer('a', 'unchecked');
    await answer('b', 'unchecked');
    await answer('c', 'unchecked');
    await run;
    expect(checks.run()).toMatchObject({ state: 'silent', done: 3 });
  });

  it('stops where it may go on no more, and says so once', async () => {
    const run = checks.start(library);
    await answer('a');
    const problem = { code: 'RATE_LIMITED', detail: 'Wait an hour.' };
    http.expectOne(url('b')).flush(problem, { status: 429, statusText: 'Too Many Requests' });
    await run;
    expect(checks.run()).toMatchObject({ state: 'problem', done: 1, problem });
    expect(sources.problems()).toEqual({});
  });

  it('passes over a source that is gone', async () => {
    const run = checks.start(library.slice(0, 2));
    http.expectOne(url('a')).flush(null, { status: 404, statusText: 'Not Found' });
    await settled();
    await answer('b');
    await run;
    expect(checks.run()).toMatchObject({ state: 'done' });
  });
});
