import type { FormattedCitations } from '../../citations/csl/citation-formatter';
import { type FormattedText, plainText } from '../../citations/csl/formatted-text';
import { Formulas } from './formulas';
import { atPlaceholders } from './citation-placeholders';
import type { Inline, InlineText } from './document-model';

function styled(text: FormattedText, style: Omit<Inline, 'text'>): InlineText {
  return text.map((run) => ({ ...style, ...run }));
}

/** What citations become where text with their placeholders is read. */
export interface Placer {
  readonly formulas: Formulas;
  /** @param style what the text around is set in */
  place(text: string, style: Omit<Inline, 'text'>): InlineText;
  /** For code, which carries no notes. */
  placeAsText(text: string): string;
}

/** Puts formatted citations in the places of their placeholders, and remembers which it placed. */
export class CitationPlacer implements Placer {
  readonly formulas = new Formulas();
  private readonly placed = new Set<number>();
  private notes = 0;

  constructor(private readonly citations: Pick<FormattedCitations, 'clusters' | 'asNotes'>) {}

  /** @param style what the text around it is set in; the citation's own style is added to it */
  place(text: string, style: Omit<Inline, 'text'>): InlineText {
    return this.parts(text, style, (citation) =>
      this.citations.asNotes ? [this.noted(citation)] : styled(citation, { ...style, cited: true }),
    );
  }

  /** The text with its citations written out, for code, which carries no notes. */
  placeAsText(text: string): string {
    return this.formulas.restored(plainText(this.parts(text, {}, (citation) => citation)));
  }

  private parts(
    text: string,
    style: Omit<Inline, 'text'>,
    set: (citation: FormattedText) => InlineText,
  ): InlineText {
    return atPlaceholders(text).flatMap((part, index): InlineText => {
      if (index % 2 === 0) return part === '' ? [] : [{ ...style, text: part }];
      const cluster = Number(part);
      this.placed.add(cluster);
      return set(this.citations.clusters[cluster] ?? []);
    });
  }

  private noted(text: FormattedText): Inline {
    this.notes += 1;
    const note = { number: this.notes, text };
    return { text: String(note.number), position: 'superscript', note };
  }

  /** False when Markdown swallowed a citation; an export may never drop one silently. */
  get complete(): boolean {
    return this.placed.size === this.citations.clusters.length;
  }
}
