import { countWords, type SuggestionAction } from '../../documents';

/** Of the words of the original; each a little wider than what writers are asked for. */
const BOUNDS: Record<SuggestionAction, { least: number; most: number }> = {
  rewrite: { least: 0.5, most: 1.6 },
  shorten: { least: 0.15, most: 0.95 },
  expand: { least: 1.05, most: 3 },
  polish: { least: 0.75, most: 1.25 },
};
const FEW_WORDS = 4;

/** What a line is: a paragraph, an item of a list, a quotation, a heading. */
const KIND = /^[ \t]*(?<kind>[-*+](?=[ \t])|\d{1,3}[.)](?=[ \t])|>|#{1,6}(?=[ \t])|\||```)/u;

const kindsOf = (text: string): string[] =>
  text
    .split(/\n+/)
    .map((line) => KIND.exec(line)?.groups?.['kind'] ?? '')
    .map((kind) => kind.replace(/\d+/, '1'));

/** Paragraphs may become fewer; what is divided by marks stays as it is divided. */
function isDividedAlike(original: string, proposed: string): boolean {
  const [before, after] = [kindsOf(original), kindsOf(proposed)];
  if (before.every((kind) => kind === '')) {
    return after.length <= before.length && after.every((kind) => kind === '');
  }
  return before.length === after.length && before.every((kind, at) => kind === after[at]);
}

/** What is wrong with a proposal whatever it says: its length, how it is divided. */
export function wordingComplaints(
  original: string,
  proposed: string,
  action: SuggestionAction,
): string[] {
  const [before, after] = [countWords(original), countWords(proposed)];
  const { least, most } = BOUNDS[action];
  const spare = action === 'rewrite' || action === 'polish' ? FEW_WORDS : 0;
  const complaints: string[] = [];
  if (after < before * least - spare) {
    complaints.push(
      `It has ${String(after)} words; at least ${String(Math.ceil(before * least))} are wanted.`,
    );
  }
  if (after > before * most + spare) {
    complaints.push(
      `It has ${String(after)} words; at most ${String(Math.floor(before * most))} are wanted.`,
    );
  }
  if (!isDividedAlike(original, proposed)) {
    complaints.push('Keep the paragraphs, list items and headings as they are.');
  }
  return complaints;
}
