import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideTestApi } from '../../../testing/providers';
import { outlineRecord, thesisRecord } from '../../../testing/records';
import { settled } from '../../../testing/settled';
import { DocumentStore } from '../workspace/document.store';
import { addAfter, addAppendix, change, move, remove } from './outline-edits';
import { OutlineStore } from './outline.store';

const DOCUMENT = '/api/v1/documents/d1';

describe('OutlineStore', () => {
  let store: OutlineStore;
  let http: HttpTestingController;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTestApi(), DocumentStore, OutlineStore] });
    http = TestBed.inject(HttpTestingController);
    const loaded = TestBed.inject(DocumentStore).load('d1');
    http.expectOne(DOCUMENT).flush(thesisRecord());
    await loaded;
    store = TestBed.inject(OutlineStore);
  });

  const titles = () => store.sections().map(({ title }) => title);

  it('knows whether there is something to save', () => {
    expect(store.changed()).toBe(false);
    store.edit((sections) => change(sections, 's1', { title: 'Memory' }));
    expect(store.changed()).toBe(true);
    store.discard();
    expect(titles()).toEqual(['Introduction']);
    expect(store.changed()).toBe(false);
  });

  it('saves on the version it was edited from', async () => {
    store.edit((sections) => addAfter(sections, 's1', 'Memory'));
    const saved = store.save();
    const put = http.expectOne(`${DOCUMENT}/outline`);
    expect(put.request.headers.get('If-Match')).toBe('"7"');
    const sections = [outlineRecord(), outlineRecord({ id: 's2', title: 'Memory' })];
    expect(put.request.body).toMatchObject({
      sections: sections.map(({ title }) => ({ title })),
    });
    put.flush({ sections, version: 8 });
    await settled();
    http
      .expectOne(DOCUMENT)
      .flush(thesisRecord({ outline: { researchQuestion: null, sections }, version: 8 }));
    await saved;
    expect(store.changed()).toBe(false);
  });

  it('keeps appendices last and numbers them in the language of the document', () => {
    TestBed.inject(DocumentStore).know({ language: 'uk' });
    store.edit((sections) => addAppendix(sections, 'Data'));
    store.edit((sections) => [...sections].reverse());
    expect(titles()).toEqual(['Introduction', 'Data']);
    expect(store.sections().map(({ number }) => number)).toEqual(['1', 'А']);
  });

  it('takes an edit that changes nothing for none', () => {
    store.edit((sections) => [...sections]);
    expect(store.changed()).toBe(false);
    store.edit((sections) => move(sections, 's1', 'down'));
    expect(store.changed()).toBe(false);
  });

  it('makes a chapter of an appendix that is left alone', () => {
    store.edit((sections) => addAppendix(sections, 'Data'));
    store.edit((sections) => remove(sections, 's1'));
    expect(store.sections()).toMatchObject([{ title: 'Data', role: 'body', number: '1' }]);
  });

  it('keeps the edit when somebody was faster', async () => {
    store.edit((sections) => change(sections, 's1', { title: 'Memory' }));
    const saved = store.save();
    const stale = { code: 'STALE_VERSION', detail: 'It was changed in the meantime.' };
    const refused = { status: 412, statusText: 'Precondition Failed' };
    http.expectOne(`${DOCUMENT}/outline`).flush(stale, refused);
    await saved;
    expect(titles()).toEqual(['Memory']);
    expect(store.problem()?.status).toBe(412);
  });

  it('shows the outline that the writer made', async () => {
    const made = store.generate('  ');
    const request = http.expectOne('/api/v1/generate/outline');
    expect(request.request.body).toEqual({ documentId: 'd1' });
    request.flush({});
    await settled();
    const outline = {
      researchQuestion: null,
      sections: [outlineRecord({ id: 's9', title: 'New' })],
    };
    http.expectOne(DOCUMENT).flush(thesisRecord({ outline, version: 8 }));
    await made;
    expect(titles()).toEqual(['New']);
    expect(store.changed()).toBe(false);
  });
});
