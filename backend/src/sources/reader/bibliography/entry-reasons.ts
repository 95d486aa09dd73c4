/**
 * Why an entry of a file of references is not taken, each of which its owner mends in another way. Part of
 * the public contract, like the codes of errors; the web app has a text for each.
 */
export const ENTRY_REASONS = [
  'NOT_CLOSED',
  'TOO_LONG',
  'ABBREVIATIONS_TOO_LONG',
  'NO_TITLE',
  'NOT_CSL',
  'NOT_RIS',
  'LATEX',
  'NO_COMMA_OR_BRACE',
  'NO_COMMA',
  'NO_KEY',
  'NO_EQUALS_SIGN',
  'NO_VALUE',
  'NO_FIELD_NAME',
  'OUT_OF_PLACE',
  'LEFT_OUT',
  'DOCUMENT_FULL',
  'NOT_LISTED',
] as const;

export type EntryReason = (typeof ENTRY_REASONS)[number];
