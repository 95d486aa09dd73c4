/** Any usual writing of a DOI: bare, after `doi:`, as a link. */
const DOI = /\b10\.\d{4,9}(?:\/|%2f)\S+/i;

const SENTENCE_END = /[.,;:]+$/;

/** What stands around a DOI in a sentence; a bracket may belong to it, if both are there. */
function unwrapped(text: string): string {
  const bare = text.replace(SENTENCE_END, '').replace(/[>"”’']+$/, '');
  const open = bare.split('(').length;
  const close = bare.split(')').length;
  return close > open ? bare.replace(/\)+$/, '') : bare;
}

export interface PastedDoi {
  /** The DOI, or the line as it was pasted where there is none in it. */
  text: string;
  isDoi: boolean;
}

/** The DOIs of a pasted text, each once; a line without any is kept so that it can be named. */
export function pastedDois(text: string): PastedDoi[] {
  const found = new Map<string, PastedDoi>();
  for (const line of text.split('\n').map((line) => line.trim())) {
    const dois = line.split(/\s+/).flatMap((word) => DOI.exec(word)?.[0] ?? []);
    const entries =
      dois.length > 0
        ? dois.map((doi) => ({ text: unwrapped(doi), isDoi: true }))
        : [{ text: line, isDoi: false }].filter(() => line !== '');
    for (const entry of entries) {
      const key = entry.text.toLowerCase();
      if (!found.has(key)) found.set(key, entry);
    }
  }
  return [...found.values()];
}
