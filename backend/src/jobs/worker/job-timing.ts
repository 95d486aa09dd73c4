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

export const DEFAULT_JOB_TIMING: JobTiming = {
  lease: 20_000,
  beat: 5_000,
  watch: 750,
  sweep: 3_000,
  drain: 8_000,
};
