/** What a provider can be asked. The cheap look-up by DOI comes before the dear one by words. */
export type Question =
  | { kind: 'doi'; doi: string }
  | { kind: 'words'; words: string; author?: string; year?: number; limit: number };

/** The longest text that is worth searching for; also bounds the address it becomes part of. */
export const MAX_WORDS = 300;
