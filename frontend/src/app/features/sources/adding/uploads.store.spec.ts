import { HttpEventType } from '@angular/common/http';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideTestApi } from '../../../../testing/providers';
import { sourceRecord } from '../../../../testing/records';
import { settled } from '../../../../testing/settled';
import { SourcesStore } from '../sources.store';
import { UploadsStore } from './uploads.store';

const URL = '/api/v1/documents/d1/sources';
const report = { added: [sourceRecord()], merged: [], merges: [], refused: [] };
const file = (name: string): File => new File(['text'], name);

describe('UploadsStore', () => {
  let store: UploadsStore;
  let http: HttpTestingController;
  let taken: jest.SpyInstance;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideTestApi(), SourcesStore, UploadsStore] });
    taken = jest.spyOn(TestBed.inject(SourcesStore), 'take').mockReturnValue([]);
    store = TestBed.inject(UploadsStore);
    http = TestBed.inject(HttpTestingController);
  });

  const add = (...names: string[]) => {
    store.add('d1', names.map(file));
  };
  const states = () => store.uploads().map(({ state }) => state);

  it('sends two at a time and lets the rest wait', async () => {
    add('a.pdf', 'b.bib', 'c.ris');
    expect(states()).toEqual(['sending', 'sending', 'waiting']);
    const [first] = http.match(URL);
    first!.flush(report);
    await settled();
    expect(states()).toEqual(['done', 'sending', 'sending']);
    expect(taken.mock.calls).toEqual([['d1', report]]);
  });

  it('sends the file itself under its name', () => {
    add('a.pdf');
    const body = http.expectOne(URL).request.body as FormData;
    expect((body.get('file') as File).name).toBe('a.pdf');
  });

  it('tells sending from being read', () => {
    add('a.pdf');
    const request = http.expectOne(URL);
    request.event({ type: HttpEventType.UploadProgress, loaded: 1, total: 4 });
    expect(store.uploads()[0]).toMatchObject({ state: 'sending', percent: 25 });
    request.event({ type: HttpEventType.UploadProgress, loaded: 4, total: 4 });
    expect(store.uploads()[0]).toMatchObject({ state: 'reading', percent: 100 });
  });

  it('keeps the reason of a refused file beside it, and goes on with the others', async () => {
    add('virus.exe', 'b.bib');
    const [first, second] = http.match(URL);
    const problem = { code: 'UNSUPPORTED_FILE', detail: 'This is a program.' };
    first!.flush(problem, { status: 415, statusText: 'Unsupported Media Type' });
    second!.flush(report);
    await settled();
    expect(store.uploads()[0]).toMatchObject({ state: 'failed', problem });
    expect(store.uploads()[1]).toMatchObject({ state: 'done', report });
    expect(taken.mock.calls).toEqual([['d1', report]]);
  });

  it('puts away only what has been settled', async () => {
    add('a.pdf', 'b.pdf');
    const [first] = http.match(URL);
    first!.flush(report);
    await settled();
    store.clear();
    expect(store.uploads().map(({ name }) => name)).toEqual(['b.pdf']);
    expect(store.active()).toBe(true);
  });

  it('does not send what can be seen to be of no use', () => {
    const tooLarge = file('scan.pdf');
    Object.defineProperty(tooLarge, 'size', { value: 20 * 1024 * 1024 + 1 });
    store.add('d1', [new File([], 'empty.pdf'), tooLarge]);
    http.expectNone(URL);
    expect(store.uploads().map(({ refusal }) => refusal)).toEqual(['empty', 'tooLarge']);
    expect(store.active()).toBe(false);
    expect(store.repeatable()).toEqual([]);
  });

  it('stops one that is being sent, and goes on with the next', async () => {
    add('a.pdf', 'b.pdf', 'c.pdf');
    const [first] = http.match(URL);
    store.cancel(store.uploads()[0]!);
    expect(first!.cancelled).toBe(true);
    await settled();
    expect(states()).toEqual(['cancelled', 'sending', 'sending']);
  });

  it('lets what has arrived come to its end', () => {
    add('a.pdf');
    const request = http.expectOne(URL);
    request.event({ type: HttpEventType.UploadProgress, loaded: 4, total: 4 });
    store.cancelAll();
    expect(request.cancelled).toBe(false);
    expect(states()).toEqual(['reading']);
  });

  it('sends again what a passing trouble kept back', async () => {
    add('a.pdf', 'b.exe');
    const [first, second] = http.match(URL);
    first!.error(new ProgressEvent('error'));
    const problem = { code: 'UNSUPPORTED_FILE', detail: 'This is a program.' };
    second!.flush(problem, { status: 415, statusText: 'Unsupported Media Type' });
    await settled();
    expect(store.repeatable().map(({ name }) => name)).toEqual(['a.pdf']);
    store.again(store.repeatable());
    http.expectOne(URL).flush(report);
    await settled();
    expect(states()).toEqual(['done', 'failed']);
  });

  it('puts a mended file into the place of the refused one', async () => {
    add('a.pdf');
    const problem = { code: 'UNREADABLE_FILE', detail: 'It is damaged.' };
    http.expectOne(URL).flush(problem, { status: 422, statusText: 'Unprocessable Content' });
    await settled();
    add('a.pdf');
    expect(states()).toEqual(['sending']);
  });

  it('sends nothing more for a page that was left', () => {
    add('a.pdf', 'b.pdf', 'c.pdf');
    TestBed.resetTestingModule();
    expect(states()).toEqual(['cancelled', 'cancelled', 'cancelled']);
  });
});
