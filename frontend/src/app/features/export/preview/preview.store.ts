import { HttpClient, HttpEventType } from '@angular/common/http';
import { DOCUMENT, inject, Injectable, signal } from '@angular/core';
import { lastValueFrom, tap } from 'rxjs';
import type { ExportLink } from '../../../api/generated/models';
import { type Problem, problemOf } from '../../../core/problem/problem';
import type { PdfBytes } from '../../../ui/pdf-viewer/open-pdf';

/** The bytes of the very file that the link leads to. */
@Injectable()
export class PreviewStore {
  private readonly http = inject(HttpClient);
  private readonly page = inject(DOCUMENT);
  private turn = 0;

  readonly bytes = signal<PdfBytes | null>(null);
  /** Per cent of the file that have come. */
  readonly loaded = signal(0);
  readonly problem = signal<Problem | null>(null);

  async fetch({ downloadUrl, fileSize }: ExportLink): Promise<void> {
    const turn = ++this.turn;
    this.bytes.set(null);
    this.loaded.set(0);
    this.problem.set(null);
    // the link names the public address; the page may have been reached by another one
    const { pathname } = new URL(downloadUrl, this.page.baseURI);
    const options = {
      responseType: 'blob',
      observe: 'events',
      reportDownloadProgress: true,
    } as const;
    try {
      const events = this.http.get(pathname, options).pipe(
        tap((event) => {
          if (turn !== this.turn || event.type !== HttpEventType.DownloadProgress) return;
          this.loaded.set((100 * event.loaded) / fileSize);
        }),
      );
      const last = await lastValueFrom(events);
      if (turn !== this.turn || last.type !== HttpEventType.Response) return;
      const blob = last.body ?? new Blob();
      const read = (start: number, end: number) => blob.slice(start, end).arrayBuffer();
      this.bytes.set({ size: blob.size, read });
    } catch (error) {
      if (turn === this.turn) this.problem.set(problemOf(error));
    }
  }
}
