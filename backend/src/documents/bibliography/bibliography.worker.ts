import type { CitationStyle } from '../../citations/citation-styles';
import { CitationFormatter } from '../../citations/csl/citation-formatter';
import type { FormattableSource } from '../../citations/csl/citeproc-item';
import { plainText } from '../../citations/csl/formatted-text';
import type { DocumentLanguage } from '../../common/languages';
import { ProblemException } from '../../common/problem';
import type { Bibliography } from '../dto/bibliography';

export interface BibliographyTask {
  citationStyle: CitationStyle;
  language: DocumentLanguage;
  /** Of the cited works, in the order of their first citations. */
  keys: string[];
  works: FormattableSource[];
}

/** What is wrong is passed as data, because an exception loses its class between threads. */
export type BibliographyAnswer = { entries: Bibliography['entries'] } | { invalid: string };

/** The entry of the thread that `BibliographyFormatter` keeps. */
export default function answer(task: BibliographyTask): BibliographyAnswer {
  try {
    const { citationStyle, language, keys, works } = task;
    const entries = CitationFormatter.create(citationStyle, language, works).works(keys);
    return {
      entries: entries.map(({ key, label, text }) => ({ key, label, text: plainText(text) })),
    };
  } catch (error) {
    if (error instanceof ProblemException) return { invalid: error.detail };
    throw error;
  }
}
