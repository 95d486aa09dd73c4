import { inject, Injectable, signal } from '@angular/core';
import { Api } from '../../api/generated/api';
import { exportDocument } from '../../api/generated/functions';
import type { ExportLink } from '../../api/generated/models';
import { type Problem, problemOf } from '../../core/problem/problem';

export type ExportFormat = ExportLink['format'];

export interface ExportState {
  busy: boolean;
  file: ExportLink | null;
  problem: Problem | null;
}

const NOTHING: ExportState = { busy: false, file: null, problem: null };

/** The files made of the open document, one a format. */
@Injectable()
export class ExportStore {
  private readonly api = inject(Api);

  readonly files = signal<Readonly<Record<ExportFormat, ExportState>>>({
    docx: NOTHING,
    pdf: NOTHING,
    md: NOTHING,
  });

  /** Whether a file closes with the declaration on the use of AI. */
  readonly declaration = signal(true);

  /** Files that were made the other way are no longer offered. */
  declare(declaration: boolean): void {
    this.declaration.set(declaration);
    this.files.set({ docx: NOTHING, pdf: NOTHING, md: NOTHING });
  }

  async make(id: string, format: ExportFormat): Promise<void> {
    if (this.files()[format].busy) return;
    const declaration = this.declaration();
    this.change(format, { ...NOTHING, busy: true });
    try {
      const file = await this.api.invoke(exportDocument, { id, body: { format, declaration } });
      // meanwhile it may have been asked for the other way
      const wanted = declaration === this.declaration();
      this.change(format, wanted ? { ...NOTHING, file } : NOTHING);
    } catch (error) {
      this.change(format, { ...NOTHING, problem: problemOf(error) });
    }
  }

  private change(format: ExportFormat, state: ExportState): void {
    this.files.update((files) => ({ ...files, [format]: state }));
  }
}
