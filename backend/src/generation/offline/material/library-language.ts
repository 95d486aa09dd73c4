import type { DocumentLanguage } from '../../../common';
import type { TaskPassage } from '../../tasks/task-parts';
import { lexiconFor } from '../../../language';

/** Enough to tell a language. */
const SAMPLE_LENGTH = 20_000;

/** The language of the passages, which need not be the document's; names of themes are in it. */
export function libraryLanguage({
  language,
  passages,
}: {
  language: DocumentLanguage;
  passages: readonly TaskPassage[];
}): DocumentLanguage {
  const text = passages.map((passage) => passage.text).join('\n');
  return lexiconFor(text.slice(0, SAMPLE_LENGTH), language).language;
}
