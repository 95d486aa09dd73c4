/** What every step of writing is told beside its document. */
export interface StepOptions {
  /** Whose token budget pays. */
  ownerId: string;
  /** The job that it is a step of; left out where a person asked for it alone. */
  jobId?: string | undefined;
  /** Wishes for this run, beside those of the document. */
  requirements?: string | undefined;
  signal?: AbortSignal | undefined;
}
