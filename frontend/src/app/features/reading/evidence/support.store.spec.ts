import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideTestApi } from '../../../../testing/providers';
import { citationSupportRecord, sectionRecord, thesisRecord } from '../../../../testing/records';
import { settled } from '../../../../testing/settled';
import { DocumentStore } from '../../workspace/document.store';
import { SupportStore } from './support.store';

const DOCUMENT = '/api/v1/documents/d1';
const SECTION = `${DOCUMENT}/sections/s1/support`;
const summary = { supported: 0, weak: 1, unsupported: 0, unchecked: 0 };
const OF_DOCUMENT = { sections: [], summary, mandatoryUncited: [] };
const OF_SECTION = { citations: [citationSupportRecord({ state: 'weak' })], claims: [], summary };

describe('SupportStore', () => {
  let store: SupportStore;
  let documents: DocumentStore;
  let http: HttpTestingController;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTestApi(), DocumentStore, SupportStore] });
    http = TestBed.inject(HttpTestingController);
    documents = TestBed.inject(DocumentStore);
    store = TestBed.inject(SupportStore);
    const loaded = documents.load('d1');
    http.expectOne(DOCUMENT).flush(thesisRecord());
    await loaded;
  });

  const sections = () => documents.document()?.sections ?? [];

  async function learn(): Promise<void> {
    const followed = store.follow('d1', sections());
    http.expectOne(`${DOCUMENT}/support`).flush(OF_DOCUMENT);
    http.expectOne(SECTION).flush(OF_SECTION);
    await followed;
  }

  it('knows what wants a look', async () => {
    await learn();
    expect(store.document()).toEqual(OF_DOCUMENT);
    expect(store.concerns()).toMatchObject([{ sectionId: 's1', ordinal: 0 }]);
    expect(store.pending()).toBe(0);
  });

  it('asks again only about what has changed', async () => {
    await learn();
    await store.follow('d1', sections());
    http.verify();
  });

  it('says nothing of a new text by what it knew of the old one', async () => {
    await learn();
    const edited = sectionRecord({ version: 4, content: 'Other words [@roediger2006].' });
    documents.knowSection(edited);
    expect(store.of(edited)).toBeNull();
    expect(store.concerns()).toEqual([]);
    await learn();
    expect(store.of(edited)).toEqual(OF_SECTION);
  });

  it('takes no answer that is about another text', async () => {
    const followed = store.follow('d1', sections());
    http.expectOne(`${DOCUMENT}/support`).flush(OF_DOCUMENT);
    http.expectOne(SECTION).flush({ ...OF_SECTION, citations: [] });
    await followed;
    expect(store.of(sections()[0]!)).toBeNull();
  });

  it('says what went wrong, and can be asked again', async () => {
    const followed = store.follow('d1', sections());
    http.expectOne(`${DOCUMENT}/support`).flush(OF_DOCUMENT);
    http.expectOne(SECTION).flush(null, { status: 503, statusText: 'Service Unavailable' });
    await followed;
    expect(store.problem()).toMatchObject({ status: 503 });
    const retried = store.retry();
    await settled();
    expect(store.problem()).toBeNull();
    http.expectOne(`${DOCUMENT}/support`).flush(OF_DOCUMENT);
    http.expectOne(SECTION).flush(OF_SECTION);
    await retried;
    expect(store.of(sections()[0]!)).toEqual(OF_SECTION);
  });
});
