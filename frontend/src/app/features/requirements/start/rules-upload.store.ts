import { inject, Injectable, signal } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { uploadRequirements } from '../../../api/generated/functions';
import { uploading } from '../../../core/http/request-options';
import { type Problem, problemOf } from '../../../core/problem/problem';
import { RequirementsStore } from '../requirements.store';

/** As the API takes it: what is larger need not travel to be refused. */
export const MAX_BYTES = 10 * 1024 * 1024;

/** `reading`: all bytes are over, and the server reads the rules. */
export interface RulesUpload {
  name: string;
  size: number;
  state: 'sending' | 'reading' | 'done' | 'tooLarge' | 'wrongKind' | 'unreadable' | 'failed';
  percent: number;
  /** How many rules were found. */
  found: number;
  problem: Problem | null;
}

const REFUSALS: Readonly<Record<string, RulesUpload['state']>> = {
  FILE_TOO_LARGE: 'tooLarge',
  UNSUPPORTED_FILE: 'wrongKind',
  UNREADABLE_FILE: 'unreadable',
};

/** A file of rules on its way, and what came of it. */
@Injectable()
export class RulesUploadStore {
  private readonly api = inject(Api);
  private readonly requirements = inject(RequirementsStore);

  readonly upload = signal<RulesUpload | null>(null);

  async send(documentId: string, file: File): Promise<void> {
    if (this.busy()) return;
    const { name, size } = file;
    const begun = { name, size, percent: 0, found: 0, problem: null };
    if (size > MAX_BYTES) {
      this.upload.set({ ...begun, state: 'tooLarge' });
      return;
    }
    this.upload.set({ ...begun, state: 'sending' });
    try {
      const params = { id: documentId, body: { file } };
      const read = await this.api.invoke(uploadRequirements, params, uploading(this.onUpload));
      this.change({ state: 'done', found: Object.keys(read.profile.values).length });
      this.requirements.take(documentId, read);
    } catch (error) {
      const problem = problemOf(error);
      this.change({ state: REFUSALS[problem.code] ?? 'failed', problem });
    }
  }

  busy(): boolean {
    return ['sending', 'reading'].includes(this.upload()?.state ?? '');
  }

  private readonly onUpload = (percent: number): void => {
    this.change({ percent, state: percent < 100 ? 'sending' : 'reading' });
  };

  private change(change: Partial<RulesUpload>): void {
    this.upload.update((upload) => upload && { ...upload, ...change });
  }
}
