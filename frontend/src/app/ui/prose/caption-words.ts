// The words of the exported files, so that a caption reads the same on the screen.
import { CAPTION_WORDS } from '../../../../../backend/src/exports/model/caption-words';

const isKnown = (language: string): language is keyof typeof CAPTION_WORDS =>
  Object.hasOwn(CAPTION_WORDS, language);

export const captionWordsOf = (language: string) =>
  CAPTION_WORDS[isKnown(language) ? language : 'en'];

/** What a caption of a table may begin with, in any language of a document. */
export const TABLE_WORDS = [...new Set(Object.values(CAPTION_WORDS).map(({ table }) => table))];
