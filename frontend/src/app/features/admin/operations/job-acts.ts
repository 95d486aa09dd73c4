import { inject, Injectable } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { cancelAiJob, retryAiJob } from '../../../api/generated/functions';
import type { AiJob } from '../../../api/generated/models';
import type { BadgeTone } from '../../../ui/badge/badge';
import { Attempt } from '../shared/attempt';

export type JobAct = 'retry' | 'cancel';

export const JOB_TONES: Readonly<Record<AiJob['status'], BadgeTone>> = {
  queued: 'plain',
  running: 'accent',
  paused: 'warn',
  cancelling: 'warn',
  cancelled: 'plain',
  failed: 'bad',
  completed: 'good',
};

export const JOB_STATUSES = Object.keys(JOB_TONES) as AiJob['status'][];

/** What can be done to a job, as its owner could. */
export function actsOn({ status }: Pick<AiJob, 'status'>): JobAct[] {
  if (status === 'queued' || status === 'running') return ['cancel'];
  if (status === 'paused') return ['retry', 'cancel'];
  return status === 'failed' || status === 'cancelled' ? ['retry'] : [];
}

/** Does it. The API refuses what the state of a job does not allow (any more). */
@Injectable()
export class JobActs {
  private readonly api = inject(Api);

  readonly attempt = new Attempt();

  run(act: JobAct, id: string): Promise<boolean> {
    return this.attempt.run(async () => {
      await this.api.invoke(act === 'retry' ? retryAiJob : cancelAiJob, { id });
    });
  }
}
