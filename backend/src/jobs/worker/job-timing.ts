/** Injection token of the {@link JobTiming}. */
export const JOB_TIMING = Symbol('JobTiming');

/** In milliseconds. */
export interface JobTiming {
  /** How long a worker may be silent before another takes its job over. */
  lease: number;
  /** How often leases are extended. */
  beat: number;
  /** How often a worker looks whether its jobs are still its own, and wanted. */
  watch: number;
  /** How often a worker looks for jobs that nobody works on. */
  sweep: number;
  /** How long a worker that shuts down waits for its steps to let go. */
  drain: number;
}

/**
 * A shorter lease finds a lost worker sooner and asks the database more often; of four beats, three
 * may fail.
 *
 * @param leaseS seconds
 */
export function jobTiming(leaseS: number): JobTiming {
  const lease = leaseS * 1000;
  return {
    lease,
    beat: lease / 4,
    watch: Math.min(750, lease / 8),
    sweep: Math.min(3_000, lease / 4),
    drain: 8_000,
  };
}
