/** A line of a page as typeset, in PDF units from the lower left corner. */
export interface Line {
  text: string;
  x: number;
  y: number;
  /** Right edge. */
  end: number;
  /** Font size. */
  size: number;
}

/** The part of pdf.js's text items that is used. */
export interface TextItem {
  str: string;
  hasEOL: boolean;
  width: number;
  height: number;
  transform: readonly number[];
}

const LIGATURES: Readonly<Record<string, string>> = {
  ﬀ: 'ff',
  ﬁ: 'fi',
  ﬂ: 'fl',
  ﬃ: 'ffi',
  ﬄ: 'ffl',
  ﬅ: 'st',
  ﬆ: 'st',
};

function cleanLine(text: string): string {
  return text
    .replace(/[ﬀ-ﬆ]/g, (ligature) => LIGATURES[ligature] ?? ligature)
    .normalize('NFC')
    .replace(/[\p{Cs}\ufeff\u200b]/gu, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim();
}

const NOTE_MARK = /^[\d,*†‡§\s–-]+$/;

/** A raised number or sign after a word points to a note; glued to the word it would be wrong. */
function isNoteMark(item: TextItem, line: readonly TextItem[]): boolean {
  const before = line.findLast(({ str }) => str.trim() !== '');
  if (before === undefined || !NOTE_MARK.test(item.str)) return false;
  const raised = (item.transform[5] ?? 0) > (before.transform[5] ?? 0);
  return raised && item.height < before.height * 0.8;
}

function toLine(items: readonly TextItem[]): Line | undefined {
  const visible = items.filter(({ str }) => str.trim() !== '');
  const [first] = visible;
  const last = visible.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const size = Math.max(...visible.map(({ height }) => height));
  return {
    text: cleanLine(items.map(({ str }) => str).join('')),
    x: first.transform[4] ?? 0,
    y: first.transform[5] ?? 0,
    end: (last.transform[4] ?? 0) + last.width,
    size: Math.round(size * 10) / 10,
  };
}

/** The lines of a page in the order in which the file draws them, which keeps columns together. */
export function toLines(items: Iterable<TextItem>): Line[] {
  const lines: Line[] = [];
  let open: TextItem[] = [];
  const close = () => {
    const line = toLine(open);
    if (line !== undefined && line.text !== '') lines.push(line);
    open = [];
  };
  for (const item of items) {
    if (!isNoteMark(item, open)) open.push(item);
    if (item.hasEOL) close();
  }
  close();
  return lines;
}
