import type { DocumentLanguage } from '../../common';
import { plainText } from '../csl/clean-text';
import type { CslItem } from '../csl/csl-item';
import type { PassageDraft } from './passage';
import { foldedText, SEARCH_CONFIGURATION } from './search-terms';

/** A passage with what its search index is made from. */
export interface IndexedPassage extends PassageDraft {
  /** For the configuration `simple`; see {@link foldedText}. */
  folded: string;
  /** Title and keywords of the work: a passage seldom repeats what the whole is about. */
  heading: string;
  foldedHeading: string;
  /** PostgreSQL's configuration for the language of the text. */
  configuration: string;
}

const MAX_HEADING = 2000;

export function indexPassages(
  passages: readonly PassageDraft[],
  { title = '', keyword = '' }: CslItem,
  language: DocumentLanguage,
): IndexedPassage[] {
  const heading = plainText(`${title} ${keyword}`, MAX_HEADING);
  const foldedHeading = foldedText(heading, language);
  const configuration = SEARCH_CONFIGURATION[language];
  return passages.map((passage) => {
    const folded = foldedText(passage.text, language);
    return { ...passage, folded, heading, foldedHeading, configuration };
  });
}
