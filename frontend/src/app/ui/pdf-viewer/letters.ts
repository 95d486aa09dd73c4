/** A part of one of several texts, in UTF-16 code units, `end` exclusive. */
export interface TextRange {
  item: number;
  start: number;
  end: number;
}

/** The letters and digits of some texts without case, and for each where it comes from. */
export interface Letters {
  text: string;
  places: readonly TextRange[];
}

const LETTER = /[\p{L}\p{N}]/u;

/**
 * What is the same in a text however it is set: ligatures are taken apart, hyphens, spaces and
 * signs left out, so that a word cut at the end of a line is the word.
 */
export function lettersOf(texts: readonly string[]): Letters {
  const places: TextRange[] = [];
  let text = '';
  texts.forEach((one, item) => {
    let start = 0;
    for (const sign of one) {
      const end = start + sign.length;
      for (const letter of sign.normalize('NFKD').toLowerCase()) {
        if (!LETTER.test(letter)) continue;
        text += letter;
        while (places.length < text.length) places.push({ item, start, end });
      }
      start = end;
    }
  });
  return { text, places };
}

/** The parts of the texts in which a stretch of their letters stands, one a text. */
export function rangesOf({ places }: Letters, start: number, end: number): TextRange[] {
  const ranges: TextRange[] = [];
  for (const place of places.slice(start, end)) {
    const last = ranges.at(-1);
    if (last?.item === place.item) last.end = place.end;
    else ranges.push({ ...place });
  }
  return ranges;
}

/** Each place at which a wish stands among the letters, up to `most`. */
export function occurrences(letters: Letters, wish: string, most: number): TextRange[][] {
  const { text: sought } = lettersOf([wish]);
  const found: TextRange[][] = [];
  if (sought === '') return found;
  let at = letters.text.indexOf(sought);
  while (at !== -1 && found.length < most) {
    found.push(rangesOf(letters, at, at + sought.length));
    at = letters.text.indexOf(sought, at + sought.length);
  }
  return found;
}
