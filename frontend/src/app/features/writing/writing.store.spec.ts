import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideTestApi } from '../../../testing/providers';
import { jobRecord, thesisRecord } from '../../../testing/records';
import { settled } from '../../../testing/settled';
import { DocumentStore } from '../workspace/document.store';
import type { JobProgress } from './job-messages';
import { type JobListener, JobSocket } from './job-socket';
import { WritingStore } from './writing.store';

const DOCUMENT = '/api/v1/documents/d1';

const entry = (over: Partial<JobProgress>): JobProgress => ({
  type: 'progress',
  seq: 1,
  stage: 'sections',
  progress: 40,
  sectionsDone: 2,
  sectionsTotal: 5,
  tokensUsed: 0,
  message: 'sectionStarted',
  ...over,
});

describe('WritingStore', () => {
  let store: WritingStore;
  let http: HttpTestingController;
  let listener: JobListener;
  let connections: number;

  beforeEach(async () => {
    connections = 0;
    const socket = {
      connect: (_: string, given: JobListener) => {
        connections++;
        listener = given;
      },
      close: () => undefined,
    };
    TestBed.configureTestingModule({
      providers: [
        provideTestApi(),
        DocumentStore,
        WritingStore,
        { provide: JobSocket, useValue: socket },
      ],
    });
    http = TestBed.inject(HttpTestingController);
    const loaded = TestBed.inject(DocumentStore).load('d1');
    http.expectOne(DOCUMENT).flush(thesisRecord());
    await loaded;
    store = TestBed.inject(WritingStore);
    store.watch('d1');
  });

  it('follows a job from its snapshot through its log', () => {
    listener.onMessage({ type: 'snapshot', job: jobRecord() });
    listener.onMessage(entry({ sectionId: 's1', sectionTitle: 'Memory' }));
    expect(store.active()).toBe(true);
    expect(store.job()).toMatchObject({ progress: 40, sectionsDone: 2 });
    expect([...store.inWork().values()]).toEqual(['Memory']);
  });

  it('never lets the bar go back', () => {
    listener.onMessage({ type: 'snapshot', job: jobRecord({ progress: 60 }) });
    listener.onMessage(entry({ progress: 40 }));
    expect(store.job()?.progress).toBe(60);
  });

  it('takes nothing back when the log is told from its beginning', () => {
    const job = jobRecord({ progress: 60, sectionsDone: 3, tokensUsed: 900, stage: 'abstract' });
    listener.onMessage({ type: 'snapshot', job });
    listener.onMessage(entry({ stage: 'queued', progress: 0, sectionsDone: 0, message: 'queued' }));
    expect(store.job()).toEqual(job);
  });

  it('shows a section as soon as it is written', () => {
    listener.onMessage({ type: 'snapshot', job: jobRecord() });
    listener.onMessage(entry({ message: 'sectionWritten', sectionId: 's1' }));
    http.expectOne(DOCUMENT).flush(thesisRecord());
    expect(store.inWork().size).toBe(0);
  });

  it('fetches the text once more, not once a section, when many were written at once', async () => {
    listener.onMessage({ type: 'snapshot', job: jobRecord() });
    for (const seq of [1, 2, 3]) listener.onMessage(entry({ seq, message: 'sectionWritten' }));
    http.expectOne(DOCUMENT).flush(thesisRecord());
    await settled();
    http.expectOne(DOCUMENT).flush(thesisRecord());
    await settled();
    http.expectNone(DOCUMENT);
  });

  it('looks at the text anew after the connection was down', () => {
    listener.onMessage({ type: 'snapshot', job: jobRecord() });
    http.expectNone(DOCUMENT);
    listener.onMessage({ type: 'snapshot', job: jobRecord({ sectionsDone: 4 }) });
    http.expectOne(DOCUMENT).flush(thesisRecord());
  });

  it('believes only `done` that a job has ended', () => {
    listener.onMessage({ type: 'snapshot', job: jobRecord() });
    listener.onMessage({ type: 'done', job: jobRecord({ status: 'completed', progress: 100 }) });
    http.expectOne(DOCUMENT).flush(thesisRecord({ status: 'completed' }));
    listener.onMessage(entry({ seq: 2 }));
    expect(store.job()?.status).toBe('completed');
    expect(store.active()).toBe(false);
  });

  it('tells a document that was never written from one it knows nothing of', () => {
    expect(store.job()).toBeUndefined();
    listener.onMessage({ type: 'snapshot', job: null });
    expect(store.job()).toBeNull();
  });

  it('starts a job once and watches it', async () => {
    const started = Promise.all([store.start(), store.start()]);
    const request = http.expectOne('/api/v1/jobs/generate/document-async');
    expect(request.request.headers.has('Idempotency-Key')).toBe(true);
    request.flush({ jobId: 'j1', status: 'queued', checkUrl: '' });
    await settled();
    http.expectOne('/api/v1/jobs/j1/status').flush(jobRecord({ status: 'queued' }));
    await started;
    expect(store.job()?.status).toBe('queued');
    expect(connections).toBe(2);
  });

  it('says why a job could not be started', async () => {
    const started = store.start();
    const problem = { code: 'NO_SOURCES', detail: 'Add sources first.' };
    const refused = { status: 422, statusText: 'Unprocessable Content' };
    http.expectOne('/api/v1/jobs/generate/document-async').flush(problem, refused);
    await started;
    expect(store.problem()).toMatchObject(problem);
    expect(store.busy()).toBeNull();
  });

  it('asks for the progress while the live connection is down', async () => {
    jest.useFakeTimers();
    try {
      listener.onMessage({ type: 'snapshot', job: jobRecord() });
      listener.onPolling(true);
      await jest.advanceTimersByTimeAsync(3000);
      http.expectOne('/api/v1/jobs/j1/status').flush(jobRecord({ progress: 80 }));
      await jest.advanceTimersByTimeAsync(0);
      expect(store.job()?.progress).toBe(80);
      listener.onPolling(false);
      await jest.advanceTimersByTimeAsync(10_000);
      http.expectNone('/api/v1/jobs/j1/status');
    } finally {
      jest.useRealTimers();
    }
  });

  it('asks when nothing was heard for long, and connects anew if it has missed something', async () => {
    jest.useFakeTimers();
    try {
      listener.onMessage({ type: 'snapshot', job: jobRecord() });
      await jest.advanceTimersByTimeAsync(14_000);
      http.expectNone('/api/v1/jobs/j1/status');
      await jest.advanceTimersByTimeAsync(2_000);
      http.expectOne('/api/v1/jobs/j1/status').flush(jobRecord());
      await jest.advanceTimersByTimeAsync(0);
      expect(connections).toBe(1);
      await jest.advanceTimersByTimeAsync(15_000);
      http.expectOne('/api/v1/jobs/j1/status').flush(jobRecord({ sectionsDone: 3 }));
      await jest.advanceTimersByTimeAsync(0);
      expect(connections).toBe(2);
      expect(store.job()?.sectionsDone).toBe(3);
    } finally {
      jest.useRealTimers();
    }
  });

  it('asks for the place in the queue while the job waits, and forgets it when it begins', async () => {
    jest.useFakeTimers();
    try {
      listener.onMessage({ type: 'snapshot', job: jobRecord({ status: 'queued' }) });
      await jest.advanceTimersByTimeAsync(10_500);
      const waiting = jobRecord({ status: 'queued', queuePosition: 2 });
      http.expectOne('/api/v1/jobs/j1/status').flush(waiting);
      await jest.advanceTimersByTimeAsync(0);
      expect(store.job()?.queuePosition).toBe(2);
      listener.onMessage(entry({ message: 'started', etaSeconds: 90 }));
      expect(store.job()).toMatchObject({ queuePosition: null, etaSeconds: 90 });
      await jest.advanceTimersByTimeAsync(14_000);
      http.expectNone('/api/v1/jobs/j1/status');
    } finally {
      jest.useRealTimers();
    }
  });
});
