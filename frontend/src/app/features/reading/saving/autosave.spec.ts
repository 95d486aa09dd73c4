import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideTestApi } from '../../../../testing/providers';
import { sectionRecord, thesisRecord } from '../../../../testing/records';
import { DocumentStore } from '../../workspace/document.store';
import { FrontMatterStore } from '../front-matter/front-matter.store';
import { ReadingStore } from '../reading.store';
import { StoredTexts } from '../stored-texts';
import { Autosave } from './autosave';
import { KeptDrafts } from './kept-drafts';

const SECTION = '/api/v1/documents/d1/sections/s1';
const FAILED = { status: 503, statusText: 'Service Unavailable' };

describe('Autosave', () => {
  let store: ReadingStore;
  let http: HttpTestingController;

  beforeEach(async () => {
    jest.useFakeTimers();
    localStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideTestApi(),
        ...[Autosave, DocumentStore, FrontMatterStore, KeptDrafts, ReadingStore, StoredTexts],
      ],
    });
    http = TestBed.inject(HttpTestingController);
    const loaded = TestBed.inject(DocumentStore).load('d1');
    http.expectOne('/api/v1/documents/d1').flush(thesisRecord());
    await loaded;
    store = TestBed.inject(ReadingStore);
    TestBed.inject(Autosave);
    store.edit(sectionRecord());
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  async function type(content: string): Promise<void> {
    store.type(content);
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(0);
  }

  const answer = async (content: string, version: number) => {
    http.expectOne(SECTION).flush(sectionRecord({ content, version }));
    await jest.advanceTimersByTimeAsync(0);
    TestBed.tick();
  };
  const kept = () => Object.keys(localStorage).filter((key) => key.startsWith('tesigo.draft'));

  it('keeps what is typed in the browser until the server has it', async () => {
    await type('Mine.');
    expect(kept()).toHaveLength(1);
    expect(JSON.parse(localStorage.getItem(kept()[0]!)!)).toMatchObject({
      ...{ sectionId: 's1', content: 'Mine.', version: 3 },
      base: 'Testing helps [@roediger2006].',
    });
    await jest.advanceTimersByTimeAsync(1500);
    await answer('Mine.', 4);
    expect(store.state()).toBe('saved');
    expect(kept()).toHaveLength(0);
  });

  it('sends on the version that the last sending made, and leaves time between', async () => {
    await type('One.');
    await jest.advanceTimersByTimeAsync(1500);
    await answer('One.', 4);
    await type('Two.');
    await jest.advanceTimersByTimeAsync(20_000);
    http.expectNone(SECTION);
    await jest.advanceTimersByTimeAsync(30_000);
    expect(http.expectOne(SECTION).request.headers.get('If-Match')).toBe('"4"');
  });

  it('tries again what did not get through, and keeps it meanwhile', async () => {
    await type('Mine.');
    await jest.advanceTimersByTimeAsync(1500);
    http.expectOne(SECTION).flush(null, FAILED);
    await jest.advanceTimersByTimeAsync(0);
    expect(store.state()).toBe('waiting');
    expect(kept()).toHaveLength(1);
    await jest.advanceTimersByTimeAsync(4000);
    await answer('Mine.', 4);
    expect(store.state()).toBe('saved');
  });

  it('does not send again what was refused until it is changed', async () => {
    await type('No [@nobody].');
    await jest.advanceTimersByTimeAsync(1500);
    const problem = { code: 'INVALID_CITATION', detail: 'nobody is no source.' };
    http.expectOne(SECTION).flush(problem, { status: 422, statusText: 'Unprocessable Content' });
    await jest.advanceTimersByTimeAsync(600_000);
    http.expectNone(SECTION);
    expect(store.state()).toBe('refused');
    await type('Yes.');
    await jest.advanceTimersByTimeAsync(45_000);
    http.expectOne(SECTION);
  });

  it('gives up what its author gives up', async () => {
    await type('Mine.');
    TestBed.inject(Autosave).discard();
    await jest.advanceTimersByTimeAsync(60_000);
    http.expectNone(SECTION);
    expect(kept()).toHaveLength(0);
  });
});

describe('KeptDrafts', () => {
  it('offers back what another window has left', async () => {
    localStorage.clear();
    const left = { sectionId: 's1', content: 'Mine.', base: 'Old.', version: 3, at: '2026-11-01' };
    localStorage.setItem('tesigo.draft.d1.s1.gone', JSON.stringify(left));
    localStorage.setItem('tesigo.draft.d1.s2.broken', '{');
    localStorage.setItem('tesigo.draft.d2.s1.gone', JSON.stringify(left));
    TestBed.configureTestingModule({ providers: [KeptDrafts] });
    const drafts = TestBed.inject(KeptDrafts);
    await drafts.look('d1');
    expect(drafts.left()).toEqual([{ ...left, key: 'tesigo.draft.d1.s1.gone' }]);
    drafts.remove('tesigo.draft.d1.s1.gone');
    expect(drafts.left()).toEqual([]);
  });
});
