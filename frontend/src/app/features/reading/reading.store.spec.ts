import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideTestApi } from '../../../testing/providers';
import { frontTextRecord, sectionRecord, thesisRecord } from '../../../testing/records';
import { settled } from '../../../testing/settled';
import { DocumentStore } from '../workspace/document.store';
import { FrontMatterStore } from './front-matter/front-matter.store';
import { ReadingStore } from './reading.store';
import { StoredTexts } from './stored-texts';

const DOCUMENT = '/api/v1/documents/d1';
const SECTION = `${DOCUMENT}/sections/s1`;

describe('ReadingStore', () => {
  let store: ReadingStore;
  let documents: DocumentStore;
  let http: HttpTestingController;

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [provideTestApi(), DocumentStore, FrontMatterStore, ReadingStore, StoredTexts],
    });
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

  it('saves and closes what was typed while it was being saved', async () => {
    store.type('First.');
    const bySelf = store.persist();
    store.type('First. Second.');
    const saved = store.save();
    http.expectOne(SECTION).flush(sectionRecord({ content: 'First.', version: 4 }));
    await bySelf;
    await settled();
    const request = http.expectOne(SECTION);
    expect(request.request.headers.get('If-Match')).toBe('"4"');
    request.flush(sectionRecord({ content: 'First. Second.', version: 5 }));
    await settled();
    http.expectOne(`${DOCUMENT}/bibliography`).flush({ citationStyle: 'apa', entries: [] });
    await saved;
    expect(store.draft()).toBeNull();
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

  it('tells with the text what of suggestions was taken over into it, until it is closed', async () => {
    store.type('Better.');
    store.take({ suggestionId: 'g1', changes: [0] });
    store.take({ suggestionId: 'g1', changes: [0, 2] });
    const stored = store.persist();
    const { request } = http.expectOne(SECTION);
    const accepted = [{ suggestionId: 'g1', changes: [0, 2] }];
    expect(request.body).toEqual({ content: 'Better.', accepted });
    void stored;
    store.stopEditing();
    store.edit(sectionRecord());
    expect(store.taken).toEqual([]);
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

  describe('with the abstract under the pen', () => {
    const URL = `${DOCUMENT}/front-matter/abstract`;
    let frontMatter: FrontMatterStore;

    beforeEach(() => {
      frontMatter = TestBed.inject(FrontMatterStore);
      frontMatter.know(frontTextRecord());
      store.edit({ ...frontTextRecord(), id: 'abstract' });
      store.type('Mine.');
    });

    it('saves it on the version it was read in', async () => {
      expect(store.changed()).toBe(true);
      const saved = store.save();
      const call = http.expectOne(URL);
      const { method, headers, body } = call.request;
      expect([method, headers.get('If-Match'), body]).toEqual([
        'PATCH',
        '"2"',
        { content: 'Mine.' },
      ]);
      call.flush(frontTextRecord({ content: 'Mine.', status: 'edited', version: 3 }));
      await settled();
      http.expectOne(`${DOCUMENT}/bibliography`).flush({ citationStyle: 'apa', entries: [] });
      await saved;
      expect(store.draft()).toBeNull();
      expect(frontMatter.text('abstract')).toMatchObject({ content: 'Mine.', version: 3 });
    });

    it('keeps both texts when somebody was faster', async () => {
      const saved = store.save();
      const stale = { code: 'STALE_VERSION', detail: 'It was changed in the meantime.' };
      http.expectOne(URL).flush(stale, { status: 412, statusText: 'Precondition Failed' });
      await settled();
      http.expectOne(URL).flush(frontTextRecord({ content: 'Theirs.', version: 3 }));
      await saved;
      expect([store.draft()?.content, store.theirs()?.content]).toEqual(['Mine.', 'Theirs.']);
      store.takeTheirs();
      expect(store.draft()).toEqual({ sectionId: 'abstract', content: 'Theirs.', version: 3 });
    });
  });
});
