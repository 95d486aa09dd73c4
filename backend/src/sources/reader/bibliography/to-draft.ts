import type { DocumentLanguage } from '../../../common';
import type { CslItem } from '../../csl/csl-item';
import { languageOf } from '../../csl/language';
import { passagesOfRecord } from '../../passages/split-passages';
import type { SourceDraft } from '../reading';

/** A source of nothing but its record: what that says of the work is all there is to write from. */
export function toDraft(csl: CslItem, documentLanguage: DocumentLanguage): SourceDraft {
  const language = languageOf(csl) ?? documentLanguage;
  const passages = passagesOfRecord(csl, language);
  return { csl, line: null, pageCount: null, passages };
}
