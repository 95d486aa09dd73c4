import type { Inline, Line, TextNode } from 'pdfmake/js/layout';
import TextInlines from 'pdfmake/js/TextInlines';
import { hyphenBreaks, MOST_HYPHENS, SOFT_HYPHEN } from '../typography/hyphenation';
import { wordLike } from './words';

/** A line whose spaces are not stretched by more than this share of the size needs no hyphen. */
const GOOD_STRETCH = 0.2;

const measurer = new TextInlines(null);

/** Lines of a paragraph in a row that end in a hyphen, up to the one that was built last. */
const inARow = new WeakMap<TextNode, number>();

const endsInSpace = ({ text }: Inline): boolean => /\s$/.test(text);

function isLoose(line: Line, { fontSize = 0 }: Inline): boolean {
  const spaces = line.inlines.slice(0, -1).filter(endsInSpace).length;
  const free = line.maxWidth - line.getWidth();
  return free > GOOD_STRETCH * fontSize * Math.max(1, spaces);
}

interface Halves {
  head: Inline;
  rest: Inline;
}

/** A word by halves, as much of it in the first as there is room for. */
function halvesOf(word: Inline, room: number): Halves | null {
  if (word.hyphenated === undefined) return null;
  const width = (text: string) => measurer.widthOfText(text, word);
  const hyphen = width('-');
  const at = hyphenBreaks(word.text, word.hyphenated).findLast(
    (place) => width(word.text.slice(0, place)) + hyphen <= room,
  );
  if (at === undefined) return null;
  const [before, after] = [word.text.slice(0, at), word.text.slice(at)];
  const head = wordLike(word, {
    ...{ text: before + SOFT_HYPHEN, width: width(before) + hyphen, trailingCut: 0 },
    noNewLine: false,
  });
  return { head, rest: wordLike(word, { text: after, width: width(after), leadingCut: 0 }) };
}

/** Where a line would be pulled apart, ends it in a part of the word that did not fit. */
export function hyphenated(node: TextNode, line: Line): void {
  const [next] = node._inlines ?? [];
  const row = inARow.get(node) ?? 0;
  inARow.set(node, 0);
  if (next === undefined || line.newLineForced || row >= MOST_HYPHENS) return;
  // a word goes on after what no line may end in, such as an opening quotation mark in italics
  const last = line.inlines.at(-1);
  if (last === undefined || !endsInSpace(last) || !isLoose(line, next)) return;
  const halves = halvesOf(next, line.maxWidth - line.inlineWidths + line.leadingCut);
  if (halves === null) return;
  line.addInline(halves.head);
  node._inlines?.splice(0, 1, halves.rest);
  inARow.set(node, row + 1);
}
