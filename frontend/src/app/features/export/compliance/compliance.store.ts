import { inject, Injectable, signal } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { checkExport } from '../../../api/generated/functions';
import type { ComplianceReport } from '../../../api/generated/models';
import { type Problem, problemOf } from '../../../core/problem/problem';

/** Files that have pages, which rules can be held against. */
export type PagedFormat = ComplianceReport['format'];

export interface ReportState {
  busy: boolean;
  report: ComplianceReport | null;
  problem: Problem | null;
}

const NOTHING: ReportState = { busy: false, report: null, problem: null };
const NONE: Readonly<Record<PagedFormat, ReportState>> = { docx: NOTHING, pdf: NOTHING };

/** What the finished files do with the rules, one report a format. */
@Injectable()
export class ComplianceStore {
  private readonly api = inject(Api);
  private round = 0;

  readonly reports = signal(NONE);

  /** Reports of files that are offered no longer go with them. */
  clear(): void {
    this.round++;
    this.reports.set(NONE);
  }

  async check(id: string, format: PagedFormat, declaration: boolean): Promise<void> {
    const round = this.round;
    this.change(round, format, { ...NOTHING, busy: true });
    try {
      const params = { id, format, declaration: declaration ? 'true' : 'false' } as const;
      const report = await this.api.invoke(checkExport, params);
      this.change(round, format, { ...NOTHING, report });
    } catch (error) {
      this.change(round, format, { ...NOTHING, problem: problemOf(error) });
    }
  }

  private change(round: number, format: PagedFormat, state: ReportState): void {
    if (round !== this.round) return;
    this.reports.update((reports) => ({ ...reports, [format]: state }));
  }
}
