import type { JobTiming } from './job-timing';

/** What a worker has to do about its leases, by the time since they were last extended. */
export interface LeaseWatch {
  /** They have run out: whatever keeps the answer away, others may have the jobs by now. */
  lapsed: boolean;
  /** They are to be extended; otherwise it is enough to look whether they are still held. */
  renew: boolean;
}

export const leaseWatch = (
  sinceRenewalMs: number,
  { lease, beat }: Pick<JobTiming, 'lease' | 'beat'>,
): LeaseWatch => ({ lapsed: sinceRenewalMs >= lease, renew: sinceRenewalMs >= beat });
