import { ownWords } from '../../citations';
import { countWords } from '../../documents';
import { comparableWords, ShingleIndex } from '../../language';

/** What a section's drafts are held to beside their citations. */
export interface DraftBounds {
  targetWords: number;
  /** Of all passages that its writer was given. */
  passageWords: number;
  /** The other sections as they stand, Markdown. */
  others: readonly { title: string; content: string }[];
}

/** A draft may be so much longer or shorter, as a share. */
const TOLERANCE = 0.15;
/** Who writes less than this does not misjudge a length: the passages gave no more. */
const FEWEST_OF_TARGET = 0.25;
/** With this much to read for each word to write there is more to say. */
const ENOUGH_PER_WRITTEN = 1.8;
/** So many words in a row are no turn of phrase any more. */
const FEWEST_REPEATED = 12;
const SHOWN_WORDS = 20;

/** That a draft is longer or shorter than its section is meant to be. */
export function lengthComplaints(
  draft: string,
  { targetWords, passageWords }: Pick<DraftBounds, 'targetWords' | 'passageWords'>,
): string[] {
  const words = countWords(draft);
  const aim = `Aim at ${String(targetWords)} words.`;
  const tolerance = targetWords * TOLERANCE;
  if (words - targetWords > tolerance) {
    return [`The section is too long by about ${String(words - targetWords)} words. ${aim}`];
  }
  const isShort = targetWords - words > tolerance && words >= targetWords * FEWEST_OF_TARGET;
  if (!isShort || passageWords < targetWords * ENOUGH_PER_WRITTEN) return [];
  return [
    `The section is too short by about ${String(targetWords - words)} words. ${aim} The passages carry more.`,
  ];
}

/** What a draft says in words that another section has, outside of quotations. */
export function repetitionComplaints(
  draft: string,
  { others }: Pick<DraftBounds, 'others'>,
): string[] {
  const own = comparableWords(ownWords(draft));
  return others.flatMap(({ title, content }) => {
    const said = new ShingleIndex(FEWEST_REPEATED);
    said.add(comparableWords(ownWords(content)));
    return said.runsIn(own).map(({ at, length }) => {
      const words = own.slice(at, at + Math.min(length, SHOWN_WORDS)).join(' ');
      return `“${words}” stands in the section “${title}” already. Say it once.`;
    });
  });
}
