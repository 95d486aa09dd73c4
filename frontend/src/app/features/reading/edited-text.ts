import type { CaptionNumbers } from '../../ui/prose/caption-numbers';

/** What an editor has to know of the text that is under the pen. */
export interface EditedText {
  title: string;
  /** Code of the language that it is in. */
  language: string;
  /** As the outline plans it; 0 for no plan. */
  targetWords: number;
  /** Words of all others that count for the length. */
  otherWords: number;
  /** Whether it counts for the length itself. */
  isCounted: boolean;
  captions: CaptionNumbers;
}
