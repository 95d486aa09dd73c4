import { hasPlaceholder } from './citation-placeholders';
import type { Inline, InlineText } from './document-model';
import { withoutLanguageMarks } from './language-runs';

/** A formula as it is written, with its dollar signs. */
export interface WrittenFormula {
  source: string;
  tex: string;
  display: boolean;
}

/** As those of citations: brackets around what no text can hold. */
const PLACEHOLDER = /⧼\uE002(\d+)\uE003⧽/g;

/**
 * Pandoc: no space after the first dollar and none before the last, and no digit after that, so that
 * prices are none. Code, and what is escaped, comes first and stays as it is.
 */
const TOKEN =
  /(`+)(?:(?!\1)[^]){1,20000}?\1|\\[^]|\$\$((?:(?!\n\s*\n|\$\$)[^]){1,4000}?)\$\$|\$(?![\s$])((?:(?!\n\s*\n)[^$\\]|\\[^]){0,4000}?(?:[^$\\\s]|\\\S))\$(?![\d$])/g;

/** Formulas leave the text before Markdown is read, as citations do. */
export class Formulas {
  private readonly written: WrittenFormula[] = [];

  /** @param markdown its citations are placeholders already; none can stand in a formula */
  taken(markdown: string): string {
    return markdown.replace(
      TOKEN,
      (source: string, _: string, display?: string, inline?: string) => {
        const tex = (display ?? inline)?.trim();
        if (tex === undefined || tex === '' || hasPlaceholder(source)) return source;
        this.written.push({ source, tex, display: display !== undefined });
        return `⧼\uE002${String(this.written.length - 1)}\uE003⧽`;
      },
    );
  }

  /** The text with its formulas as they are written, for code and what stands in no text. */
  restored(text: string): string {
    return withoutLanguageMarks(text).replace(
      PLACEHOLDER,
      (_, index: string) => this.written[Number(index)]?.source ?? '',
    );
  }

  /** The only formula of a paragraph; null where it has text, or several. */
  alone(text: string): WrittenFormula | null {
    const [first, ...others] = [...text.matchAll(PLACEHOLDER)];
    if (first === undefined || others.length > 0 || first[0] !== text.trim()) return null;
    return this.written[Number(first[1])] ?? null;
  }

  /** A run with the formulas in its text as runs of their own; one that cannot be read as written. */
  split(run: Inline, isReadable: (formula: WrittenFormula) => boolean): InlineText {
    return run.text
      .split(PLACEHOLDER)
      .map((text, index): Inline => {
        const formula = index % 2 === 1 ? this.written[Number(text)] : undefined;
        if (formula === undefined) return { ...run, text };
        if (!isReadable(formula)) return { ...run, text: formula.source };
        // Nothing of it is text, but something has to stand there
        return { ...run, text: '\u00A0', formula: { tex: formula.tex } };
      })
      .filter(({ text }) => text !== '');
  }
}
