import { computed, inject, Injectable, signal } from '@angular/core';
import { Api } from '../../api/generated/api';
import {
  getSource,
  getSourceFile$Pdf,
  listSourceCitations,
  listSourceFiles,
  listSourcePassages,
} from '../../api/generated/functions';
import type {
  Source,
  SourceCitation,
  SourceFile,
  SourcePassagePage,
} from '../../api/generated/models';
import { type Problem, problemOf } from '../../core/problem/problem';
import type { PdfBytes } from '../../ui/pdf-viewer/open-pdf';

/** Passages that are shown at a time. */
export const PER_PAGE = 50;

/** One source of the open document, to be read in. */
@Injectable()
export class SourceReaderStore {
  private readonly api = inject(Api);
  private ids = { id: '', sourceId: '' };

  /** Null until it has been loaded, with all that follows. */
  readonly source = signal<Source | null>(null);
  readonly files = signal<readonly SourceFile[]>([]);
  readonly citations = signal<readonly SourceCitation[]>([]);
  readonly problem = signal<Problem | null>(null);
  /** The part of the text that is shown. */
  readonly text = signal<SourcePassagePage | null>(null);

  readonly pdfs = computed(() => this.files().filter(({ kind }) => kind === 'pdf'));

  async load(id: string, sourceId: string): Promise<void> {
    this.ids = { id, sourceId };
    this.source.set(null);
    this.text.set(null);
    await this.orProblem(async () => {
      const [source, files, citations] = await Promise.all([
        this.api.invoke(getSource, { id, sourceId }),
        this.api.invoke(listSourceFiles, { id, sourceId }),
        this.api.invoke(listSourceCitations, { id, sourceId }),
      ]);
      // another one may have been opened meanwhile
      if (sourceId !== this.ids.sourceId) return;
      this.files.set(files.items);
      this.citations.set(citations.items);
      this.source.set(source);
    });
  }

  /** @param page of passages, from 1 */
  async loadText(page: number): Promise<void> {
    const { ids } = this;
    await this.orProblem(async () => {
      const text = await this.api.invoke(listSourcePassages, { ...ids, page, perPage: PER_PAGE });
      if (ids === this.ids) this.text.set(text);
    });
  }

  /** Parts of a file, each fetched with the session when it is needed. */
  bytesOf({ id: fileId, fileSize: size }: SourceFile): PdfBytes {
    const { ids } = this;
    const read = async (start: number, end: number) => {
      const Range = `bytes=${String(start)}-${String(end - 1)}`;
      const part = await this.api.invoke(getSourceFile$Pdf, { ...ids, fileId, Range });
      return part.arrayBuffer();
    };
    return { size, read };
  }

  private async orProblem(step: () => Promise<void>): Promise<void> {
    this.problem.set(null);
    try {
      await step();
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}
