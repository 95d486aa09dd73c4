/**
 * Causes of one error code that a person acts on in different ways. Part of the public contract,
 * like the codes; the web app has a text for each.
 */
export const PROBLEM_REASONS = [
  // UNREADABLE_FILE
  'EMPTY',
  'ENCRYPTED',
  'OLD_WORD',
  'DAMAGED',
  'NO_TEXT',
  'NO_SENTENCES',
  'NO_REFERENCES',
  'NOT_UTF8',
  'TOO_LONG',
  'TOO_MANY_PAGES',
  'TOO_MANY_PARTS',
  'UNPACKS_TOO_FAR',
  'TAKES_IN_OTHERS',
  'TOOK_TOO_LONG',
  'READER_FAILED',
  // UNSUPPORTED_FILE
  'ARCHIVE',
  'MACROS',
  'MISNAMED',
  'OTHER_KIND',
  'PROGRAM',
  'WEB_PAGE',
  // CONFLICT
  'MERGE_CITED',
  'MERGE_PLACE_TAKEN',
  'MERGE_TEXT_CHANGED',
  'SAME_WORK',
] as const;

export type ProblemReason = (typeof PROBLEM_REASONS)[number];
