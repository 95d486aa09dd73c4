import { inject, Injectable } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { exportAiJobs, listAiJobs, listStuckJobs } from '../../../api/generated/functions';
import type { AiJob, StuckJob } from '../../../api/generated/models';
import { PagedList } from '../shared/paged-list';
import { type Sorting, UrlQuery } from '../shared/url-query';
import { JOB_STATUSES } from './job-acts';

const SORTS = ['requestedAt', 'tokensUsed'] as const;
const STUCK_SORTS = ['requestedAt', 'crashes', 'tokensUsed'] as const;
export const SILENCES = ['5', '15', '60'] as const;

interface Filters extends Sorting<(typeof SORTS)[number]> {
  status?: AiJob['status'];
  userId?: string;
  documentId?: string;
}

interface StuckFilters extends Sorting<(typeof STUCK_SORTS)[number]> {
  minutes?: number;
}

/** Jobs of all users. */
@Injectable()
export class JobsStore {
  private readonly api = inject(Api);
  private readonly url = inject(UrlQuery);

  readonly list = new PagedList<AiJob, Filters>(
    () => ({
      status: this.url.oneOf('status', JOB_STATUSES),
      userId: this.url.get('userId'),
      documentId: this.url.get('documentId'),
      ...this.url.sorting(SORTS),
    }),
    (query) => this.api.invoke(listAiJobs, query),
    ({ status, userId, documentId }) =>
      this.api.invoke(exportAiJobs, { status, userId, documentId }),
  );
}

/** Unfinished jobs in which nothing happens. */
@Injectable()
export class StuckJobsStore {
  private readonly api = inject(Api);
  private readonly url = inject(UrlQuery);

  readonly list = new PagedList<StuckJob, StuckFilters>(
    () => {
      const minutes = this.url.oneOf('minutes', SILENCES);
      const sorting = this.url.sorting(STUCK_SORTS);
      return minutes === undefined ? sorting : { minutes: Number(minutes), ...sorting };
    },
    (query) => this.api.invoke(listStuckJobs, query),
  );
}
