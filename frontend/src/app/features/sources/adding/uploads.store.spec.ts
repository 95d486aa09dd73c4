import { HttpEventType } from '@angular/common/http';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideTestApi } from '../../../../testing/providers';
import { sourceRecord } from '../../../../testing/records';
import { settled } from '../../../../testing/settled';
import { UploadsStore } from './uploads.store';

const URL = '/api/v1/documents/d1/sources';
const report = { added: [sourceRecord()], merged: [], refused: [] };
const file = (name: string): File => new File(['text'], name);

describe('UploadsStore', () => {
  let store: UploadsStore;
  let http: HttpTestingController;
  let imported: number;

  beforeEach(() => {
    imported = 0;
    TestBed.configureTestingModule({ providers: [provideTestApi(), UploadsStore] });
    store = TestBed.inject(UploadsStore);
    http = TestBed.inject(HttpTestingController);
  });

  const add = (...names: string[]) => {
    store.add('d1', names.map(file), () => imported++);
  };
  const states = () => store.uploads().map(({ state }) => state);

  it('sends two at a time and lets the rest wait', async () => {
    add('a.pdf', 'b.bib', 'c.ris');
    expect(states()).toEqual(['sending', 'sending', 'waiting']);
    const [first] = http.match(URL);
    first!.flush(report);
    await settled();
    expect(states()).toEqual(['done', 'sending', 'sending']);
    expect(imported).toBe(1);
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
    expect(imported).toBe(1);
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
});
