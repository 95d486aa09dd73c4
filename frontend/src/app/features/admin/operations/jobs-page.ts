import { Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import { OneChip } from '../shared/one-chip';
import { SelectFilter } from '../shared/select-filter';
import { UrlQuery } from '../shared/url-query';
import { JOB_STATUSES } from './job-acts';
import { jobColumns } from './job-columns';
import { JobList } from './job-list';
import { JobsStore } from './jobs.store';

/** The jobs of everybody. */
@Component({
  selector: 'tg-jobs-page',
  imports: [JobList, OneChip, SelectFilter, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'adminRunning.jobs'">
      <div class="admin-head">
        <h1>{{ t('heading') }}</h1>
        <p class="soft">{{ t('text') }}</p>
      </div>
      <div class="admin-filters">
        <tg-select-filter
          name="status"
          texts="adminRunning.jobs.status"
          [label]="t('columns.status')"
          [values]="statuses"
        />
        <tg-one-chip name="userId" [label]="t('ofOne')" />
      </div>
      <tg-job-list scope="adminRunning.jobs" [list]="store.list" [columns]="columns" />
    </ng-container>
  `,
  providers: [UrlQuery, JobsStore],
})
export class JobsPage {
  protected readonly store = inject(JobsStore);
  protected readonly columns = jobColumns(inject(Locale));
  protected readonly statuses = JOB_STATUSES;
}
