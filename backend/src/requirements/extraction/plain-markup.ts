import type { Paragraph } from './sentence';

/** Marks of Markdown and HTML that say how something looks, with what they stand around. */
const LOOKS: readonly (readonly [RegExp, string])[] = [
  [/^#{1,6}\s+/, ''],
  [/^(?:>\s*)+/, ''],
  [/^([-*+]\s+)\[[ xX]\]\s+/, '$1'],
  [/<\/?(?:ins|del|b|i|u|em|strong|sub|sup|span|br)\b[^<>]{0,100}>/giu, ''],
  [/\*\*([^*]{1,500})\*\*/g, '$1'],
  [/__([^_]{1,500})__/g, '$1'],
  [/`([^`]{1,500})`/g, '$1'],
  [/(?<![\p{L}\p{N}*])\*(?=\S)([^*]{1,500})(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1'],
];

const ROW = /^\|.+\|$/;
const RULE = /^\|(?:\s*:?-+:?\s*\|)+$/;
/** What rows are counted by, as `FMT-02` or `A.1`. */
const ROW_NUMBER = /^\p{Lu}{1,4}[-.]?\d{1,3}\p{Ll}?$/u;

const plain = (text: string): string =>
  LOOKS.reduce((rest, [mark, instead]) => rest.replace(mark, instead), text).trim();

/** `| Left margin | 30 mm | yes |` as an item of a list: `Left margin: 30 mm, yes`. */
function rowAsItem(row: string): string {
  const cells = row.slice(1, -1).split('|').map(plain);
  const [first = '', ...others] = cells.filter(
    (cell, index) => cell !== '' && !(index === 0 && ROW_NUMBER.test(cell)),
  );
  if (others.length === 0) return first === '' ? '' : `• ${first}`;
  return `• ${first}${/:/.test(first) ? ',' : ':'} ${others.join(', ')}`;
}

/** A text without the marks of Markdown, each row of its tables as an item; the head of a table goes. */
export function* withoutMarkup(paragraphs: Iterable<Paragraph>): Generator<Paragraph> {
  let row: Paragraph | null = null;
  const asItem = ({ text, page }: Paragraph): Paragraph[] => {
    const item = rowAsItem(text);
    return item === '' ? [] : [{ text: item, page }];
  };
  for (const paragraph of paragraphs) {
    const text = paragraph.text.trim();
    if (RULE.test(text)) {
      row = null;
      continue;
    }
    if (row !== null) yield* asItem(row);
    row = ROW.test(text) ? { ...paragraph, text } : null;
    if (row === null) yield { ...paragraph, text: plain(text) };
  }
  if (row !== null) yield* asItem(row);
}
