import type { DocumentLanguage } from '../../common';
import type { Formatting } from '../../requirements';
import { CAPTION_WORDS } from './caption-words';
import type { Caption, CaptionKind, EquationNumber } from './document-model';

const USUAL_POSITIONS = { table: 'above', figure: 'below' } as const;

/** Counts captions in the order of the text: through, or anew in each chapter, as ruled. */
export class CaptionCounter {
  readonly captions: Caption[] = [];
  private readonly counts: Record<CaptionKind | 'equation', number> = {
    table: 0,
    figure: 0,
    equation: 0,
  };
  private equations = 0;
  private chapter = '';

  constructor(
    private readonly formatting: Formatting,
    private readonly language: DocumentLanguage,
  ) {}

  /** @param number of the chapter that begins */
  beginChapter(number: string): void {
    if (this.formatting.captionNumbering !== 'by_chapter') return;
    this.chapter = `${number}.`;
    this.counts.table = 0;
    this.counts.figure = 0;
    this.counts.equation = 0;
  }

  positionOf(kind: CaptionKind): Caption['position'] {
    const ruled = kind === 'table' ? this.formatting.tableCaption : this.formatting.figureCaption;
    return ruled ?? USUAL_POSITIONS[kind];
  }

  addEquation(): EquationNumber {
    this.equations += 1;
    const ordinal = (this.counts.equation += 1);
    return { id: `equation-${String(this.equations)}`, chapter: this.chapter, ordinal };
  }

  /** The next caption of a kind. */
  add(kind: CaptionKind, text: Caption['text']): Caption {
    const words = CAPTION_WORDS[this.language];
    const caption: Caption = {
      kind,
      id: `${kind}-${String(this.captions.length + 1)}`,
      label: words[kind],
      chapter: this.chapter,
      ordinal: (this.counts[kind] += 1),
      separator: words.separator,
      text,
      position: this.positionOf(kind),
    };
    this.captions.push(caption);
    return caption;
  }
}
