import { computed, inject, Injectable, signal } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { addSources$FormData } from '../../../api/generated/functions';
import type { ImportReport } from '../../../api/generated/models';
import { uploading } from '../../../core/http/request-options';
import { type Problem, problemOf } from '../../../core/problem/problem';

/** How many files travel at once: the rest waits, so that the first ones arrive soon. */
const AT_ONCE = 2;

/** `reading`: all bytes are over, and the server takes the file apart. */
export type UploadState = 'waiting' | 'sending' | 'reading' | 'done' | 'failed';

export interface Upload {
  id: number;
  name: string;
  size: number;
  state: UploadState;
  percent: number;
  report: ImportReport | null;
  problem: Problem | null;
}

/** Files on their way into a document, each with its own progress and its own outcome. */
@Injectable()
export class UploadsStore {
  private readonly api = inject(Api);
  private readonly queue: { id: number; file: File }[] = [];
  private running = 0;
  private lastId = 0;

  readonly uploads = signal<readonly Upload[]>([]);
  readonly active = computed(() =>
    this.uploads().some(({ state }) => state !== 'done' && state !== 'failed'),
  );

  /** @param onImported told what each file brought that was taken in */
  add(
    documentId: string,
    files: readonly File[],
    onImported: (report: ImportReport) => void,
  ): void {
    for (const file of files) {
      const id = ++this.lastId;
      this.queue.push({ id, file });
      this.uploads.update((uploads) => [...uploads, waiting(id, file)]);
    }
    while (this.running < AT_ONCE && this.queue.length > 0) {
      void this.work(documentId, onImported);
    }
  }

  /** Puts away the outcomes that have been read. */
  clear(): void {
    this.uploads.update((uploads) =>
      uploads.filter(({ state }) => state !== 'done' && state !== 'failed'),
    );
  }

  private async work(
    documentId: string,
    onImported: (report: ImportReport) => void,
  ): Promise<void> {
    this.running++;
    for (let next = this.queue.shift(); next !== undefined; next = this.queue.shift()) {
      const report = await this.send(documentId, next);
      if (report !== null) onImported(report);
    }
    this.running--;
  }

  private async send(
    documentId: string,
    next: { id: number; file: File },
  ): Promise<ImportReport | null> {
    this.change(next.id, { state: 'sending' });
    const onUpload = (percent: number) => {
      this.change(next.id, { percent, state: percent < 100 ? 'sending' : 'reading' });
    };
    try {
      const params = { id: documentId, body: { file: next.file } };
      const report = await this.api.invoke(addSources$FormData, params, uploading(onUpload));
      this.change(next.id, { state: 'done', percent: 100, report });
      return report;
    } catch (error) {
      this.change(next.id, { state: 'failed', problem: problemOf(error) });
      return null;
    }
  }

  private change(id: number, change: Partial<Upload>): void {
    this.uploads.update((uploads) =>
      uploads.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)),
    );
  }
}

const waiting = (id: number, { name, size }: File): Upload => ({
  id,
  name,
  size,
  state: 'waiting',
  percent: 0,
  report: null,
  problem: null,
});
