const CITATION = /\[[^[\]]*@[^[\]]*\]/g;

/** The same text with every citation's inside as lower-case letters: its full stops end nothing. */
export function maskCitations(markdown: string): string {
  return markdown.replace(CITATION, (citation) => `[${'x'.repeat(citation.length - 2)}]`);
}

export interface Span {
  start: number;
  /** Exclusive. */
  end: number;
}

/** The lines of a text that are more than white space, with the place of each. */
export function linesOf(markdown: string): Span[] {
  return [...markdown.matchAll(/[^\n]+/g)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
  }));
}
