/** What every step of writing is told beside its document. */
export interface StepOptions {
  /** Whose token budget pays. */
  ownerId: string;
  /** Wishes for this run, beside those of the document. */
  requirements?: string | undefined;
  signal?: AbortSignal | undefined;
}
