import type { Paragraph } from './sentence';

const LONGEST_LABEL = 60;

/** A cell that holds a value and nothing else; a number without a unit may be that of a page. */
const VALUE =
  /^(?:(?:at least|at most|min\.?|max\.?|не менше|до|almeno|mindestens|maximal)\s+)?(?:\d{1,6}(?:[.,]\d{1,2})?\s?(?:mm|cm|in|pt|мм|см|пт|pages|words|сторін\p{L}*|слів|pagine|parole|Seiten|Wörter)|A[45]|Letter|Times New Roman|Arial|Courier New)\.?$/iu;

const isLabel = (text: string) =>
  text.length <= LONGEST_LABEL && /\p{L}/u.test(text) && !/[.;!?]$/.test(text) && !VALUE.test(text);

/**
 * Rows of a table of two columns, whose cells come as paragraphs one after the other, as one
 * paragraph each: `Left margin`, `30 mm` is `Left margin: 30 mm`.
 */
export function* withTableRows(paragraphs: Iterable<Paragraph>): Generator<Paragraph> {
  let label: Paragraph | null = null;
  for (const paragraph of paragraphs) {
    const text = paragraph.text.trim();
    if (label !== null && VALUE.test(text) && label.page === paragraph.page) {
      yield { ...label, text: `${label.text.trim().replace(/\s*:$/, '')}: ${text}` };
      label = null;
      continue;
    }
    if (label !== null) yield label;
    label = isLabel(text) ? paragraph : null;
    if (label === null) yield paragraph;
  }
  if (label !== null) yield label;
}
