import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { SessionPage } from '../../api/generated/models';
import { provideTestApi } from '../../../testing/providers';
import { sessionRecord } from '../../../testing/records';
import { settled } from '../../../testing/settled';
import { SessionsStore } from './sessions.store';

const SESSIONS = '/api/v1/auth/sessions';
const here = sessionRecord({ id: 'here', current: true });
const there = sessionRecord({ id: 'there' });

const pageOf = (items: SessionPage['items'], over: Partial<SessionPage> = {}): SessionPage => ({
  items,
  page: 1,
  perPage: 20,
  total: items.length,
  totalPages: 1,
  ...over,
});

describe('SessionsStore', () => {
  let store: SessionsStore;
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideTestApi(), SessionsStore] });
    store = TestBed.inject(SessionsStore);
    http = TestBed.inject(HttpTestingController);
  });

  afterEach(() => {
    http.verify();
  });

  async function answerList(page: SessionPage): Promise<void> {
    await settled();
    http.expectOne(`${SESSIONS}?page=${String(page.page)}&perPage=20`).flush(page);
    await settled();
  }

  async function load(page: SessionPage): Promise<void> {
    const loaded = store.load(page.page);
    await answerList(page);
    await loaded;
  }

  it('can be loaded again after a failure', async () => {
    const loaded = store.load();
    http.expectOne(`${SESSIONS}?page=1&perPage=20`).error(new ProgressEvent('error'));
    await loaded;
    expect(store.problem()).toMatchObject({ code: 'OFFLINE' });
    await load(pageOf([here]));
    expect(store.problem()).toBeNull();
    expect(store.page()?.items).toEqual([here]);
  });

  it('ends one session and shows what is left', async () => {
    await load(pageOf([here, there]));
    const ended = store.end('there');
    expect(store.busy()).toBe('there');
    http.expectOne({ method: 'DELETE', url: `${SESSIONS}/there` }).flush(null);
    await answerList(pageOf([here]));
    expect(await ended).toBe(true);
    expect(store.ended()).toBe('one');
    expect(store.page()?.items).toEqual([here]);
  });

  it('takes a session that was over already off the list, without a word of complaint', async () => {
    await load(pageOf([here, there]));
    const ended = store.end('there');
    http.expectOne(`${SESSIONS}/there`).flush(null, { status: 404, statusText: 'Not Found' });
    await answerList(pageOf([here]));
    expect(await ended).toBe(true);
    expect(store.problem()).toBeNull();
  });

  it('keeps the list, and says why, when a session could not be ended', async () => {
    await load(pageOf([here, there]));
    const ended = store.end('there');
    http.expectOne(`${SESSIONS}/there`).flush(null, { status: 503, statusText: 'Unavailable' });
    expect(await ended).toBe(false);
    expect(store.problem()).toMatchObject({ status: 503 });
    expect(store.page()?.items).toEqual([here, there]);
    expect(store.busy()).toBeNull();
  });

  it('goes back a page when the last session of the last one is ended', async () => {
    await load(pageOf([there], { page: 2, total: 21, totalPages: 2 }));
    const ended = store.end('there');
    http.expectOne(`${SESSIONS}/there`).flush(null);
    await answerList(pageOf([], { page: 2, total: 20, totalPages: 1 }));
    await answerList(pageOf([here], { total: 20 }));
    await ended;
    expect(store.page()?.page).toBe(1);
  });

  it('ends all others at once, also from a later page', async () => {
    await load(pageOf([there], { page: 2, total: 21, totalPages: 2 }));
    const ended = store.endOthers();
    http.expectOne({ method: 'DELETE', url: SESSIONS }).flush(null);
    await answerList(pageOf([here]));
    expect(await ended).toBe(true);
    expect(store.ended()).toBe('others');
    expect(store.page()?.items).toEqual([here]);
  });

  it('ends one thing at a time', async () => {
    await load(pageOf([here, there]));
    const first = store.endOthers();
    expect(await store.end('there')).toBe(false);
    http.expectOne({ method: 'DELETE', url: SESSIONS }).flush(null);
    await answerList(pageOf([here]));
    expect(await first).toBe(true);
  });
});
