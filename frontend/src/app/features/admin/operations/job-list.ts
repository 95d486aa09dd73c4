import { Component, DestroyRef, inject, input, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AiJob, StuckJob } from '../../../api/generated/models';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Badge } from '../../../ui/badge/badge';
import { Button } from '../../../ui/button/button';
import { Confirm } from '../../../ui/confirm/confirm';
import { Cell } from '../../../ui/table/cell';
import { poll } from '../../payments/poll';
import type { ListColumn } from '../shared/list-column';
import { ListView } from '../shared/list-view';
import type { PagedList } from '../shared/paged-list';
import { Said } from '../shared/said';
import { actsOn, JOB_TONES, type JobAct, JobActs } from './job-acts';

/** Jobs as they go on, and what can be done to them. */
@Component({
  selector: 'tg-job-list',
  imports: [Badge, Button, Cell, Confirm, ListView, ProblemNotice, Said, TranslocoDirective],
  templateUrl: './job-list.html',
  providers: [JobActs],
  host: { class: 'stack' },
})
export class JobList<Job extends AiJob | StuckJob> {
  readonly scope = input.required<string>();
  readonly list = input.required<PagedList<Job>>();
  readonly columns = input.required<readonly ListColumn<Job>[]>();

  protected readonly acts = inject(JobActs);
  protected readonly actsOn = actsOn;
  protected readonly tones = JOB_TONES;
  protected readonly asked = signal<{ act: JobAct; job: Job } | null>(null);
  protected readonly done = signal<JobAct | null>(null);

  constructor() {
    // the page that is shown, again and again: jobs go on meanwhile
    inject(DestroyRef).onDestroy(poll(() => this.list().load()));
  }

  protected reasonOf(job: Job): StuckJob['reason'] | null {
    return 'reason' in job ? job.reason : null;
  }

  protected ask(act: JobAct, job: Job): void {
    this.done.set(null);
    this.asked.set({ act, job });
  }

  protected async carryOut(): Promise<void> {
    const asked = this.asked();
    if (asked === null) return;
    if (await this.acts.run(asked.act, asked.job.id)) this.done.set(asked.act);
    await this.list().load();
  }
}
