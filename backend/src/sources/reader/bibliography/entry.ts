import type { EntryReason } from './entry-reasons';

/** More than any reference manager holds of one person; bounds time and memory. */
export const MAX_ENTRIES = 5000;

/** Characters; an entry with a long abstract and a thousand authors has a fraction of these. */
export const MAX_ENTRY_LENGTH = 200_000;

export const ENTRY_TOO_LONG = `It is longer than ${String(MAX_ENTRY_LENGTH / 1000)},000 characters.`;

/** One entry, cut out of a file so that a broken one cannot spoil its neighbours. */
export interface Entry {
  /** Line of the file on which it begins, from 1; null where the format has no lines. */
  line: number | null;
  /** How the file names it: a label or a title. */
  name: string | null;
  /**
   * Its CSL-JSON as the parser gives it, not yet clean.
   * @throws EntryError
   */
  read(): Record<string, unknown>;
}

export interface Entries {
  entries: Entry[];
  /** How many more there were than {@link MAX_ENTRIES}. */
  omitted: number;
}

interface EntryErrorOptions extends ErrorOptions {
  /** The line of the file at which it cannot be read on. */
  at?: number;
}

/** Why one entry cannot be used, in words for its owner. */
export class EntryError extends Error {
  /** The line of the file at which it cannot be read on, where that is known. */
  readonly at: number | null;

  constructor(
    readonly code: EntryReason,
    message: string,
    { at, ...options }: EntryErrorOptions = {},
  ) {
    super(message, options);
    this.at = at ?? null;
  }
}
