import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideTestApi } from '../../../../testing/providers';
import { sectionRecord, thesisRecord, versionRecord } from '../../../../testing/records';
import { settled } from '../../../../testing/settled';
import { DocumentStore } from '../../workspace/document.store';
import { HistoryStore } from './history.store';

const DOCUMENT = '/api/v1/documents/d1';
const LIST = `${DOCUMENT}/versions?page=1&perPage=20&sectionId=s1`;
const now = versionRecord({ id: 'v2', version: 3, step: 'edit', writer: null });
const earlier = versionRecord();
const listed = { items: [now, earlier], total: 2, page: 1, perPage: 20, totalPages: 1 };

describe('HistoryStore', () => {
  let store: HistoryStore;
  let documents: DocumentStore;
  let http: HttpTestingController;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTestApi(), DocumentStore, HistoryStore] });
    http = TestBed.inject(HttpTestingController);
    documents = TestBed.inject(DocumentStore);
    store = TestBed.inject(HistoryStore);
    const loaded = documents.load('d1');
    http.expectOne(DOCUMENT).flush(thesisRecord());
    await loaded;
    const opened = store.open('s1');
    http.expectOne(LIST).flush(listed);
    await settled();
    http.expectOne(`${DOCUMENT}/versions/v1`).flush(earlier);
    await opened;
  });

  const restoring = () => http.expectOne(`${DOCUMENT}/versions/v1/restore`);

  it('begins with the latest text before the one that is there now', () => {
    expect(store.versions()).toEqual([now, earlier]);
    expect(store.chosen()).toEqual(earlier);
    expect(store.hasMore()).toBe(false);
  });

  it('shows the version that was chosen last, whichever answer comes last', async () => {
    const first = store.choose('v1');
    const second = store.choose('v2');
    http.expectOne(`${DOCUMENT}/versions/v2`).flush(now);
    http.expectOne(`${DOCUMENT}/versions/v1`).flush(earlier);
    await Promise.all([first, second]);
    expect(store.chosen()?.id).toBe('v2');
  });

  it('restores on the version that was seen, and shows what is there then', async () => {
    const restored = store.restore();
    const request = restoring();
    expect(request.request.headers.get('If-Match')).toBe('"3"');
    request.flush(sectionRecord({ content: earlier.content, version: 4 }));
    expect(await restored).toBe(true);
    expect(store.section()).toMatchObject({ content: earlier.content, version: 4 });
  });

  it('compares with the newest text when somebody was faster, and restores nothing', async () => {
    const restored = store.restore();
    const stale = { code: 'STALE_VERSION', detail: 'It was changed in the meantime.' };
    restoring().flush(stale, { status: 412, statusText: 'Precondition Failed' });
    await settled();
    const theirs = sectionRecord({ content: 'theirs', version: 9 });
    http.expectOne(`${DOCUMENT}/sections/s1`).flush(theirs);
    await settled();
    http.expectOne(LIST).flush(listed);
    expect(await restored).toBe(false);
    expect(store.problem()).toMatchObject(stale);
    expect(store.section()?.content).toBe('theirs');
    expect(store.chosen()).toEqual(earlier);
    void store.restore();
    expect(restoring().request.headers.get('If-Match')).toBe('"9"');
  });

  it('keeps the text in sight whose source was removed, and says so', async () => {
    const restored = store.restore();
    const problem = { code: 'INVALID_CITATION', detail: 'roediger2006 is no source.' };
    restoring().flush(problem, { status: 422, statusText: 'Unprocessable Content' });
    expect(await restored).toBe(false);
    expect(store.problem()).toMatchObject(problem);
    expect(store.chosen()).toEqual(earlier);
    expect(store.restoring()).toBe(false);
  });
});
