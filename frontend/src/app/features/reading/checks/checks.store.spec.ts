import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { DocumentCheck } from '../../../api/generated/models';
import { provideTestApi } from '../../../../testing/providers';
import { checkRecord, sectionRecord, thesisRecord } from '../../../../testing/records';
import { settled } from '../../../../testing/settled';
import { DocumentStore } from '../../workspace/document.store';
import { ChecksStore } from './checks.store';

const DOCUMENT = '/api/v1/documents/d1';

describe('ChecksStore', () => {
  let store: ChecksStore;
  let documents: DocumentStore;
  let http: HttpTestingController;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideTestApi(), ChecksStore, DocumentStore] });
    http = TestBed.inject(HttpTestingController);
    documents = TestBed.inject(DocumentStore);
    const loaded = documents.load('d1');
    http.expectOne(DOCUMENT).flush(thesisRecord());
    await loaded;
    store = TestBed.inject(ChecksStore);
  });

  async function run(items: DocumentCheck[]): Promise<void> {
    const done = store.run();
    http.expectOne(DOCUMENT).flush(thesisRecord());
    await settled();
    http.expectOne(`${DOCUMENT}/checks`).flush({ items });
    await done;
  }

  const finding = () => store.checks()![0]!.findings[0]!;

  it('checks the text as it is now, and counts the answers', async () => {
    await run([
      checkRecord(),
      checkRecord({ id: 'language', state: 'unchecked', findings: [] }),
      checkRecord({ id: 'length', state: 'passed', findings: [] }),
    ]);
    expect(store.counts()).toEqual([
      { state: 'passed', count: 1 },
      { state: 'failed', count: 1 },
      { state: 'unchecked', count: 1 },
    ]);
    expect(store.outdated()).toBe(false);
  });

  it('shows the words of a finding without their citations', async () => {
    const [found] = checkRecord().findings;
    const whole = 'Testing helps [@roediger2006].'.length;
    await run([checkRecord({ findings: [{ ...found!, end: whole - 1 }] })]);
    expect(finding().words?.text).toBe('Testing helps');
    expect(finding().place).toBe('1 Introduction');
    await run([checkRecord({ findings: [{ ...found!, end: whole }] })]);
    expect(finding().words).toBeNull();
  });

  it('marks an open finding in the very text that was checked', async () => {
    await run([checkRecord()]);
    store.open.set(finding());
    const look = { look: 'finding', id: 'finding-repetition-0' };
    expect(store.rangesOf(sectionRecord())).toEqual([{ start: 0, end: 13, ...look }]);
    expect(store.rangesOf(sectionRecord({ version: 4 }))).toEqual([]);
    expect(store.rangesOf(sectionRecord({ id: 's2' }))).toEqual([]);
  });

  it('knows when the text is another one than was checked', async () => {
    await run([checkRecord()]);
    documents.knowSection(sectionRecord({ content: 'New.', version: 4 }));
    expect(store.outdated()).toBe(true);
  });

  it('says that it takes long, once it does', async () => {
    jest.useFakeTimers({ advanceTimers: false, doNotFake: ['queueMicrotask', 'nextTick'] });
    const done = store.run();
    jest.advanceTimersByTime(1900);
    expect(store.slow()).toBe(false);
    jest.advanceTimersByTime(200);
    expect(store.slow()).toBe(true);
    jest.useRealTimers();
    http.expectOne(DOCUMENT).flush(thesisRecord());
    await settled();
    http.expectOne(`${DOCUMENT}/checks`).flush({ items: [] });
    await done;
    expect([store.slow(), store.running()]).toEqual([false, false]);
  });

  it('keeps the last answers when it cannot ask again', async () => {
    await run([checkRecord()]);
    const done = store.run();
    http.expectOne(DOCUMENT).flush(thesisRecord());
    await settled();
    const problem = { code: 'RATE_LIMITED', detail: 'Too often.' };
    http.expectOne(`${DOCUMENT}/checks`).flush(problem, { status: 429, statusText: 'Too Many' });
    await done;
    expect(store.problem()?.code).toBe('RATE_LIMITED');
    expect(store.checks()).toHaveLength(1);
  });
});
