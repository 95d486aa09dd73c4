import type { DocumentLanguage } from '../../../common';
import { lexiconOf, stemsOf } from '../../../language';

/** A word or phrase that names a theme. */
export interface Term {
  /** As it reads in the middle of a sentence. */
  label: string;
  stems: readonly string[];
}

/** German nouns keep their capital; elsewhere a capital that opens a heading is not part of it. */
export function midSentence(label: string, language: DocumentLanguage): string {
  const [first = '', second = ''] = [...label];
  if (language === 'de' || second === '' || second !== second.toLowerCase()) return label;
  return first.toLowerCase() + label.slice(first.length);
}

export function sentenceCase(text: string): string {
  const [first = ''] = [...text];
  return first.toUpperCase() + text.slice(first.length);
}

export function termOf(text: string, language: DocumentLanguage): Term {
  const label = midSentence(text.trim().replace(/\s+/g, ' '), language);
  return { label, stems: stemsOf(label, lexiconOf(language)) };
}

/** The same for a term in all its forms and orders of words. */
export function idOf({ stems }: Term): string {
  return [...stems].sort().join(' ');
}

/** Whether a sentence speaks of a theme: it has all words of the term, in any form and order. */
export function speaksOf({ stems }: { stems: ReadonlySet<string> }, term: Term): boolean {
  return term.stems.length > 0 && term.stems.every((stem) => stems.has(stem));
}

/** Where in a sequence of stems all words of a term stand close together; -1 if nowhere. */
export function placeOf({ stems }: Term, sequence: readonly string[]): number {
  return sequence.findIndex((stem, index) => {
    if (!stems.includes(stem)) return false;
    const near = sequence.slice(index, index + stems.length + 1);
    return stems.every((one) => near.includes(one));
  });
}

/** Whether two terms are forms or parts of one another. */
export function overlap(a: Term, b: Term): boolean {
  const common = a.stems.filter((stem) => b.stems.includes(stem)).length;
  return common > 0 && common >= Math.min(a.stems.length, b.stems.length);
}
