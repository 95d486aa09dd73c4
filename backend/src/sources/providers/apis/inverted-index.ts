/** Longer ones are no abstracts; bounds what a hostile index can make of a few numbers. */
const MAX_WORDS = 5000;

/** The text behind an inverted index: each word with the places at which it stands. */
export function textOfIndex(
  index: Readonly<Record<string, readonly number[]>>,
): string | undefined {
  const words: string[] = [];
  for (const [word, places] of Object.entries(index)) {
    for (const place of places) if (place >= 0 && place < MAX_WORDS) words[place] = word;
  }
  const text = words.filter((word) => word !== undefined).join(' ');
  return text === '' ? undefined : text;
}
