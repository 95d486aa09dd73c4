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
  /(?<=[.!?;])(?<!(?<!\p{L})(?:\p{L}|ca|min|max|Nr|No|Abb|Tab|Fig|pp|рис|табл|арк|стор|cap|art|bzw|vgl|e\.g|i\.e)\.)\s+(?=[\p{Lu}«"„“(•–-])/u;

const LIST_MARK = /^\s*(?:[•●▪◦·*–—-]|\(?\d{1,2}[.)]|\(?\p{L}[.)])\s+/u;

/** A short line that is no statement by itself: a heading, or what a list begins with. */
function isTopic(text: string): boolean {
  if (text.length > MAX_TOPIC) return false;
  if (/:\s*$/.test(text)) return true;
  return (
    !/[.;,!?]\s*$/.test(text) && !LIST_MARK.test(text) && !/\d\s*(?:mm|cm|мм|см|pt|пт)/iu.test(text)
  );
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
    left -= 1;
    if (isTopic(text)) {
      topic = text;
      left = REACH;
    }
  }
}
