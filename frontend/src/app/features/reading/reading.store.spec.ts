import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideTestApi } from '../../../testing/providers';
import { sectionRecord, thesisRecord } from '../../../testing/records';
import { settled } from '../../../testing/settled';
import { DocumentStore } from '../workspace/document.store';
import { ReadingStore } from './reading.store';

const DOCUMENT = '/api/v1/documents/d1';
const SECTION = `${DOCUMENT}/sections/s1`;

describe('ReadingStore', () => {
  let store: ReadingStore;
  let documents: DocumentStore;
  let http: HttpTestingController;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTestApi(), DocumentStore, ReadingStore] });
    http = TestBed.inject(HttpTestingController);
    documents = TestBed.inject(DocumentStore);
    const loaded = documents.load('d1');
    http.expectOne(DOCUMENT).flush(thesisRecord());
    await loaded;
    store = TestBed.inject(ReadingStore);
    store.edit(sectionRecord());
  });

  async function saveOnStaleVersion(): Promise<void> {
    store.type('mine');
    const saved = store.save();
    const stale = { code: 'STALE_VERSION', detail: 'It was changed in the meantime.' };
    http.expectOne(SECTION).flush(stale, { status: 412, statusText: 'Precondition Failed' });
    await settled();
    http.expectOne(SECTION).flush(sectionRecord({ content: 'theirs', version: 4 }));
    await saved;
  }

  it('knows whether there is something to save', () => {
    expect(store.changed()).toBe(false);
    store.type('Testing helps.');
    expect(store.changed()).toBe(true);
  });

  it('saves on the version it was read in, and shows what was saved', async () => {
    store.type('Better.');
    const saved = store.save();
    const request = http.expectOne(SECTION);
    expect(request.request.headers.get('If-Match')).toBe('"3"');
    request.flush(sectionRecord({ content: 'Better.', wordCount: 1, version: 4 }));
    await settled();
    http.expectOne(`${DOCUMENT}/bibliography`).flush({ citationStyle: 'apa', entries: [] });
    await saved;
    expect(store.draft()).toBeNull();
    expect(documents.document()).toMatchObject({
      wordCount: 1,
      sections: [{ content: 'Better.' }],
    });
  });

  it('keeps both texts when somebody was faster', async () => {
    await saveOnStaleVersion();
    expect(store.draft()?.content).toBe('mine');
    expect(store.theirs()?.content).toBe('theirs');
  });

  it('replaces the other text only on the word of the one who has seen it', async () => {
    await saveOnStaleVersion();
    store.keepMine();
    void store.save();
    expect(http.expectOne(SECTION).request.headers.get('If-Match')).toBe('"4"');
  });

  it('can take over the other text instead', async () => {
    await saveOnStaleVersion();
    store.takeTheirs();
    expect(store.draft()).toEqual({ sectionId: 's1', content: 'theirs', version: 4 });
    expect(store.changed()).toBe(false);
  });

  it('keeps the draft when a citation was refused', async () => {
    store.type('No one [@nobody1999].');
    const saved = store.save();
    const problem = { code: 'INVALID_CITATION', detail: 'nobody1999 is no source.' };
    http.expectOne(SECTION).flush(problem, { status: 422, statusText: 'Unprocessable Content' });
    await saved;
    expect(store.draft()?.content).toBe('No one [@nobody1999].');
    expect(store.problem()).toMatchObject(problem);
  });
});
