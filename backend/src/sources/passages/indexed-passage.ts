import type { DocumentLanguage } from '../../common';
import type { PassageDraft } from './passage';
import { foldedText, SEARCH_CONFIGURATION } from './search-terms';

/** A passage with what its search index is made from. */
export interface IndexedPassage extends PassageDraft {
  /** For the configuration `simple`; see {@link foldedText}. */
  folded: string;
  /** PostgreSQL's configuration for the language of the text. */
  configuration: string;
}

export function indexPassage(passage: PassageDraft, language: DocumentLanguage): IndexedPassage {
  const folded = foldedText(passage.text, language);
  return { ...passage, folded, configuration: SEARCH_CONFIGURATION[language] };
}
