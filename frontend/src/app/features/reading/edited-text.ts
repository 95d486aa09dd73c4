import type { CaptionNumbers } from '../../ui/prose/caption-numbers';

/** What an editor has to know of the text that is under the pen. */
export interface EditedText {
  title: string;
  /** Code of the document's language. */
  language: string;
  /** As the outline plans it; 0 for no plan. */
  targetWords: number;
  /** Words of all others that count for the length. */
  otherWords: number;
  /** It counts for no length itself. */
  isAppendix: boolean;
  captions: CaptionNumbers;
}
