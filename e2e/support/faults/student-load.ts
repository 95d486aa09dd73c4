import { setTimeout as delay } from 'node:timers/promises';
import { PLAIN_ESSAY } from '../valid-bodies';
import type { Author, Job } from './authors';

const PAUSE_MS = 40;

/** Students who work without a pause while documents are written, and who notice every failure. */
export class StudentLoad {
  requests = 0;
  /** What is being done to the system, for what fails meanwhile. */
  phase = '';
  /** What was asked, and what was answered instead. */
  readonly failed: string[] = [];
  /** Of the documents that were handed in to be written. */
  readonly jobIds: string[] = [];
  private over = false;
  private readonly working: Promise<unknown>;

  /**
   * @param clients documents on which somebody reads and writes
   * @param toWrite documents that are handed in, one after the other
   */
  constructor(
    private readonly author: Author,
    clients: readonly string[],
    toWrite: readonly string[],
  ) {
    const load = [...clients.map((id) => this.client(id)), this.writer(toWrite)];
    this.working = Promise.all(load);
  }

  /** Resolves when everybody has finished what they were doing. */
  async end(): Promise<void> {
    this.over = true;
    await this.working;
  }

  private async ask(name: string, status: number, asked: Promise<{ status: number }>) {
    this.requests += 1;
    const given = await asked.then((answer) => answer.status).catch(() => 'cut off');
    if (given !== status) this.failed.push(`${this.phase} ${name}: ${String(given)}`.trim());
  }

  private async client(documentId: string): Promise<void> {
    const { api } = this.author;
    const path = `/documents/${documentId}`;
    while (!this.over) {
      await this.ask('read', 200, api.get(path));
      await this.ask('change', 200, api.request('PATCH', path, { title: 'Another title' }));
      await this.ask('make', 201, api.post('/documents', PLAIN_ESSAY));
      await this.ask('look at oneself', 200, api.get('/auth/me'));
      await delay(PAUSE_MS);
    }
  }

  private async writer(documentIds: readonly string[]): Promise<void> {
    for (const documentId of documentIds) {
      if (this.over) return;
      const handedIn = this.author.api.post<Job>('/jobs/generate/document-async', { documentId });
      await this.ask('hand in', 202, handedIn);
      const jobId = (await handedIn.catch(() => undefined))?.body.jobId;
      if (jobId === undefined) continue;
      this.jobIds.push(jobId);
      await this.author.ended([jobId]);
    }
  }
}
