import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { addSources$FormData } from '../../../api/generated/functions';
import { uploading } from '../../../core/http/request-options';
import { problemOf } from '../../../core/problem/problem';
import { SourcesStore } from '../sources.store';
import { isRepeatable, isSettled, isStoppable, isTroubled, newUpload, type Upload } from './upload';

/** How many files travel at once: the rest waits, so that the first ones arrive soon. */
const AT_ONCE = 2;

interface Sending {
  documentId: string;
  file: File;
  abort: AbortController;
}

/** Files on their way into a document, each with its own progress and its own outcome. */
@Injectable()
export class UploadsStore {
  private readonly api = inject(Api);
  private readonly sources = inject(SourcesStore);
  /** The files themselves, for as long as they may be sent, or sent once more. */
  private readonly files = new Map<number, Sending>();
  private running = 0;
  private lastId = 0;

  readonly uploads = signal<readonly Upload[]>([]);
  readonly active = computed(() => !this.uploads().every(isSettled));
  readonly settled = computed(() => this.uploads().filter(isSettled).length);
  readonly troubled = computed(() => this.uploads().filter(isTroubled));
  readonly stoppable = computed(() => this.uploads().filter(isStoppable).length);
  readonly repeatable = computed(() => this.uploads().filter(isRepeatable));

  constructor() {
    // whoever has left sees no outcome, and was told so
    inject(DestroyRef).onDestroy(() => this.cancelAll());
  }

  /** A file that was mended takes the place of what was refused under its name. */
  add(documentId: string, files: readonly File[]): void {
    const names = new Set(files.map(({ name }) => name));
    const fresh = files.map((file) => {
      const upload = newUpload(++this.lastId, file);
      if (upload.refusal === null) {
        this.files.set(upload.id, { documentId, file, abort: new AbortController() });
      }
      return upload;
    });
    this.uploads.update((uploads) => [
      ...uploads.filter((one) => !(names.has(one.name) && isSettled(one) && isTroubled(one))),
      ...fresh,
    ]);
    this.start();
  }

  /** Sends those once more that a passing trouble, or their owner, kept back. */
  again(uploads: readonly Upload[]): void {
    for (const { id } of uploads) {
      const kept = this.files.get(id);
      if (kept === undefined) continue;
      this.files.set(id, { ...kept, abort: new AbortController() });
      this.change(id, { ...newUpload(id, kept.file) });
    }
    this.start();
  }

  cancel(upload: Upload): void {
    if (!isStoppable(upload)) return;
    this.change(upload.id, { state: 'cancelled', percent: 0 });
    this.files.get(upload.id)?.abort.abort();
  }

  cancelAll(): void {
    for (const upload of this.uploads()) this.cancel(upload);
  }

  /** Puts away the outcomes that have been read. */
  clear(): void {
    for (const { id } of this.uploads().filter(isSettled)) this.files.delete(id);
    this.uploads.update((uploads) => uploads.filter((upload) => !isSettled(upload)));
  }

  private start(): void {
    while (this.running < AT_ONCE && this.next() !== undefined) void this.work();
  }

  private next(): Upload | undefined {
    return this.uploads().find(({ state }) => state === 'waiting');
  }

  private async work(): Promise<void> {
    this.running++;
    for (let next = this.next(); next !== undefined; next = this.next()) {
      this.change(next.id, { state: 'sending' });
      const kept = this.files.get(next.id);
      if (kept !== undefined) await this.send(next.id, kept);
    }
    this.running--;
  }

  private async send(id: number, { documentId, file, abort }: Sending): Promise<void> {
    const onUpload = (percent: number) => {
      this.change(id, { percent, state: percent < 100 ? 'sending' : 'reading' });
    };
    try {
      const params = { id: documentId, body: { file } };
      const context = uploading(onUpload, abort.signal);
      const report = await this.api.invoke(addSources$FormData, params, context);
      this.files.delete(id);
      const merges = this.sources.take(documentId, report);
      this.change(id, { state: 'done', percent: 100, report, merges });
    } catch (error) {
      if (!abort.signal.aborted) this.change(id, { state: 'failed', problem: problemOf(error) });
    }
  }

  private change(id: number, change: Partial<Upload>): void {
    this.uploads.update((uploads) =>
      uploads.map((upload) => (upload.id === id ? { ...upload, ...change } : upload)),
    );
  }
}
