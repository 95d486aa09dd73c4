import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideTestApi } from '../../../../../testing/providers';
import { suggestionRecord } from '../../../../../testing/records';
import { settled } from '../../../../../testing/settled';
import { SuggestionsStore } from './suggestions.store';

const REQUEST = {
  ...{ documentId: 'd1', sectionId: 's1', version: 2, action: 'shorten' as const },
  selection: { start: 0, end: 10 },
};

describe('SuggestionsStore', () => {
  function open() {
    TestBed.configureTestingModule({ providers: [provideTestApi(), SuggestionsStore] });
    const store = TestBed.inject(SuggestionsStore);
    return { store, http: TestBed.inject(HttpTestingController) };
  }

  const ASKED = '/api/v1/generate/suggestion';

  it('asks once, under a key, and keeps the answer', async () => {
    const { store, http } = open();
    const made = store.ask(REQUEST);
    expect(store.asking()).toEqual(REQUEST);
    expect(await store.ask(REQUEST)).toBe(false);
    const call = http.expectOne(ASKED);
    expect(call.request.headers.has('Idempotency-Key')).toBe(true);
    const suggestion = suggestionRecord();
    call.flush(suggestion, { status: 201, statusText: 'Created' });
    expect(await made).toBe(true);
    expect(store.current()).toEqual(suggestion);
    expect(store.asking()).toBeNull();
  });

  it('gives up when told so, and the request with it', async () => {
    const { store, http } = open();
    const made = store.ask(REQUEST);
    const call = http.expectOne(ASKED);
    store.cancel();
    expect(await made).toBe(false);
    expect(call.cancelled).toBe(true);
    expect(store.asking()).toBeNull();
    expect(store.problem()).toBeNull();
  });

  it('tells what went wrong', async () => {
    const { store, http } = open();
    const made = store.ask(REQUEST);
    const problem = { code: 'NO_SUGGESTION', detail: 'Nothing better.' };
    http.expectOne(ASKED).flush(problem, { status: 422, statusText: 'Unprocessable' });
    expect(await made).toBe(false);
    expect(store.problem()?.code).toBe('NO_SUGGESTION');
  });

  it('finds the one of the text that is opened', async () => {
    const { store, http } = open();
    const items = [suggestionRecord({ id: '1', sectionId: 's0' }), suggestionRecord({ id: '2' })];
    const loaded = store.load('d1', 's1');
    http.expectOne('/api/v1/documents/d1/suggestions').flush({ items });
    await loaded;
    expect(store.current()?.id).toBe('2');
  });

  it('tells the server of what is refused', async () => {
    const { store, http } = open();
    store.current.set(suggestionRecord({ id: '2' }));
    void store.reject('d1', [1]);
    await settled();
    const { request } = http.expectOne('/api/v1/documents/d1/suggestions/2/reject');
    expect(request.body).toEqual({ changes: [1] });
    expect(store.current()?.rejected).toEqual([1]);
  });
});
