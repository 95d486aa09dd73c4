/** A paragraph of a text of rules. */
export interface Paragraph {
  text: string;
  /** Null where the format has no pages. */
  page: number | null;
}

export interface Sentence extends Paragraph {
  /** The heading or the beginning of the list that it stands under; empty for none. */
  topic: string;
}

/** Longer than any sentence of rules; what is longer is no prose. */
const MAX_SENTENCE = 1500;
const MAX_TOPIC = 120;
/** Paragraphs that stand under one short line at most. */
const REACH = 15;

/** Ends a sentence before a capital, unless a known short form stands before the full stop. */
const SENTENCE_END =
  /(?<=[.!?;])(?<!(?:^|[:(/]\s?)\d{1,2}\.)(?<!(?<!\p{L})(?:\p{L}|ca|min|max|Nr|No|Abb|Tab|Fig|pp|рис|табл|арк|стор|cap|art|bzw|vgl|inkl|incl|ggf|evtl|e\.g|i\.e)\.)\s+(?=[\p{Lu}«"„“(•–-])(?!(?:Gliederungse|E)bene|Ordnung|Stufe)/u;

export const LIST_MARK = /^\s*(?:[•●▪◦·*–—-]|\(?\d{1,2}[.)]|\(?\p{L}[.)])\s+/u;

const isHeading = (text: string): boolean =>
  text.length <= MAX_TOPIC &&
  !/[.;,!?]\s*$/.test(text) &&
  !LIST_MARK.test(text) &&
  // `size of the notes: 11` says something itself
  !/\d\s*(?:mm|cm|мм|см|pt|пт)|[:–—-]\s*\d+(?:[.,]\d+)?\s*$/iu.test(text);

/** The sentence of a paragraph that ends with a colon: what follows stands under it. */
function leadOf(text: string): string | undefined {
  if (!/:\s*$/.test(text)) return undefined;
  const lead = text.split(SENTENCE_END).at(-1) ?? text;
  return lead.length <= MAX_TOPIC ? lead : undefined;
}

/**
 * What the paragraphs after one stand under: a heading, or the beginning of a list, together with
 * the heading right above it. Undefined when it is neither.
 * @param above the topic that was made of the paragraph before; empty for none
 */
export function topicOf(text: string, above: string): string | undefined {
  const lead = leadOf(text);
  if (lead !== undefined) return above === '' || leadOf(above) ? lead : `${above} ${lead}`;
  return isHeading(text) ? text : undefined;
}

/** The sentences of a text, each knowing the line it stands under. */
export function* sentencesOf(paragraphs: Iterable<Paragraph>): Generator<Sentence> {
  let topic = '';
  let left = 0;
  for (const { text, page } of paragraphs) {
    const under = left > 0 ? topic : '';
    for (const part of text.split(SENTENCE_END)) {
      const tidy = part.replace(LIST_MARK, '').trim();
      if (tidy !== '' && tidy.length <= MAX_SENTENCE) yield { text: tidy, page, topic: under };
    }
    const next = topicOf(text, left === REACH ? topic : '');
    left -= 1;
    if (next !== undefined) {
      topic = next;
      left = REACH;
    }
  }
}
