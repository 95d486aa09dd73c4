import { computed, DestroyRef, effect, inject, Injectable, signal } from '@angular/core';
import { Api } from '../../api/generated/api';
import { cancelJob, getJobStatus, resumeJob, startJob } from '../../api/generated/functions';
import type { JobStatus } from '../../api/generated/models';
import { creating } from '../../core/http/request-options';
import { type Problem, problemOf } from '../../core/problem/problem';
import { DocumentStore } from '../workspace/document.store';
import type { JobProgress, JobServerMessage } from './job-messages';
import { advance, inWork, isBehind } from './job-progress';
import { JobSocket } from './job-socket';

/** How often the progress is asked for, by why it is. */
const POLLS = {
  /** The live connection is down. */
  down: 3000,
  /** Nothing happens to a job that waits; its place in the queue is asked for. */
  queued: 10_000,
  /** A connection that has died, in a sleep of the computer say, is silent and looks alive. */
  silent: 15_000,
} as const;
const LOG_LENGTH = 200;

/** The job that writes the open document: its state, its log, and what one may do with it. */
@Injectable()
export class WritingStore {
  private readonly api = inject(Api);
  private readonly documents = inject(DocumentStore);
  private readonly socket = inject(JobSocket);

  /** Undefined until the server has told; null if the document never had a job. */
  readonly job = signal<JobStatus | null | undefined>(undefined);
  readonly log = signal<readonly JobProgress[]>([]);
  readonly busy = signal<'start' | 'cancel' | 'resume' | null>(null);
  /** Something was asked of the job from this page. */
  readonly acted = signal(false);
  readonly problem = signal<Problem | null>(null);
  /** The live connection is down for now; the progress is asked for every few seconds. */
  readonly polling = signal(false);

  readonly active = computed(() => ['queued', 'running'].includes(this.job()?.status ?? ''));
  /** Titles by id of the sections in work, by the log. */
  readonly inWork = computed<ReadonlyMap<string, string>>(() =>
    this.active() ? inWork(this.log()) : new Map<string, string>(),
  );
  private heardAt = 0;
  private readonly refresh = coalesced(() => this.documents.reload());

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.socket.close();
    });
    const reason = computed((): keyof typeof POLLS | null => {
      if (!this.active()) return null;
      return this.polling() ? 'down' : this.job()?.status === 'queued' ? 'queued' : 'silent';
    });
    effect((onCleanup) => {
      const why = reason();
      if (why === null) return;
      const poll = setInterval(() => {
        if (why !== 'silent' || Date.now() - this.heardAt >= POLLS.silent) void this.ask();
      }, POLLS[why]);
      onCleanup(() => {
        clearInterval(poll);
      });
    });
  }

  watch(documentId: string): void {
    this.socket.connect(documentId, {
      onMessage: (message) => {
        this.receive(message);
      },
      onPolling: (polling) => {
        this.polling.set(polling);
      },
      onGone: () => {
        void this.documents.reload();
      },
    });
  }

  async start(): Promise<void> {
    await this.run('start', async (documentId) => {
      const { jobId } = await this.api.invoke(startJob, { body: { documentId } }, creating());
      this.log.set([]);
      this.job.set(await this.api.invoke(getJobStatus, { jobId }));
      this.watch(documentId);
    });
  }

  async cancel(): Promise<void> {
    await this.run('cancel', async () => {
      const jobId = this.job()?.jobId;
      if (jobId !== undefined) this.job.set(await this.api.invoke(cancelJob, { jobId }));
    });
  }

  async resume(): Promise<void> {
    await this.run('resume', async (documentId) => {
      const jobId = this.job()?.jobId;
      if (jobId === undefined) return;
      this.job.set(await this.api.invoke(resumeJob, { jobId }));
      this.watch(documentId);
    });
  }

  private receive(message: JobServerMessage): void {
    this.heardAt = Date.now();
    switch (message.type) {
      case 'snapshot':
        if (message.job?.jobId !== this.job()?.jobId) this.log.set([]);
        // what happened to the text while the connection was down is not told again
        if (this.job() !== undefined) this.refresh();
        this.job.set(message.job);
        break;
      case 'progress':
        this.follow(message);
        break;
      case 'done':
        this.job.set(message.job);
        this.refresh();
        break;
    }
  }

  private follow(progress: JobProgress): void {
    const known = this.log().some(({ seq }) => seq === progress.seq);
    if (!known) this.log.update((log) => [...log, progress].slice(-LOG_LENGTH));
    this.job.update((job) => job && advance(job, progress));
    // a section that was written can be read at once
    if (progress.message === 'sectionWritten' || progress.message === 'outlineReady') {
      this.refresh();
    }
  }

  private async ask(): Promise<void> {
    const job = this.job();
    if (!job || !this.active()) return;
    try {
      const status = await this.api.invoke(getJobStatus, { jobId: job.jobId });
      const untold = status.status !== job.status || isBehind(job, status);
      this.job.set(status);
      if (!this.active()) this.refresh();
      else if (untold && !this.polling()) this.watch(job.documentId);
    } catch {
      // the next question may be answered; the page says that the connection is down
    }
  }

  private async run(
    what: 'start' | 'cancel' | 'resume',
    step: (documentId: string) => Promise<void>,
  ): Promise<void> {
    const id = this.documents.document()?.id;
    if (id === undefined || this.busy() !== null) return;
    this.busy.set(what);
    this.acted.set(true);
    this.problem.set(null);
    try {
      await step(id);
    } catch (error) {
      this.problem.set(problemOf(error));
    } finally {
      this.busy.set(null);
    }
  }
}

/** Does something again as often as it is asked for, but once for all who ask while it is done. */
function coalesced(act: () => Promise<void>): () => void {
  let acting = false;
  let again = false;
  const go = async () => {
    acting = true;
    do {
      again = false;
      await act();
    } while (again);
    acting = false;
  };
  return () => {
    if (acting) again = true;
    else void go();
  };
}
