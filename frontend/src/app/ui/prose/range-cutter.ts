import type { Text } from 'mdast';
import { type MarkedText, storedPlace } from './marked-text';
import type { ProseInline, ProseRange, TextMarks } from './prose-model';

/** Cuts runs of text where ranges of the stored text begin or end. */
export class RangeCutter {
  private readonly opened = new Set<ProseRange>();

  constructor(
    private readonly marked: MarkedText,
    private readonly ranges: readonly ProseRange[],
  ) {}

  /** Where each character of a text node is in the stored text; empty where nobody asks. */
  placesOf({ value, position }: Text): readonly number[] {
    const from = position?.start.offset;
    if (this.ranges.length === 0 || from === undefined) return [];
    const places: number[] = [];
    let at = from;
    // what Markdown leaves out (escapes, marks at the start of a line) stands between the letters
    for (const letter of value.split('')) {
      const found = this.marked.markdown.indexOf(letter, at);
      at = found === -1 ? at : found;
      places.push(at++);
    }
    return this.stored(places);
  }

  /** @param places of each character of `text`, from {@link placesOf} */
  cut(text: string, places: readonly number[], marks: TextMarks): ProseInline[] {
    if (text === '') return [];
    const first = places[0];
    if (first === undefined) return [{ kind: 'text', text, ...marks }];
    const last = places.at(-1) ?? first;
    const near = this.ranges.filter(({ start, end }) => start <= last && end > first);
    const pieces: ProseInline[] = [];
    let from = 0;
    for (let to = 1; to <= text.length; to++) {
      const before = covering(near, places[to - 1] ?? last);
      if (to < text.length && isSame(before, covering(near, places[to] ?? last))) continue;
      pieces.push(this.piece({ kind: 'text', text: text.slice(from, to), ...marks }, before));
      from = to;
    }
    return pieces;
  }

  private piece(child: ProseInline, ranges: readonly ProseRange[]): ProseInline {
    if (ranges.length === 0) return child;
    const opens = ranges.filter((range) => !this.opened.has(range));
    opens.forEach((range) => this.opened.add(range));
    const looks = ranges.map(({ look }) => `tg-range-${look}`).join(' ');
    return { kind: 'ranged', looks, opens, children: [child] };
  }

  private stored(places: readonly number[]): number[] {
    const [first = 0] = places;
    const last = places.at(-1) ?? first;
    const { marks } = this.marked;
    const shifted = marks.some(({ end }) => end > first && end <= last);
    if (shifted) return places.map((place) => storedPlace(this.marked, place));
    const shift = storedPlace(this.marked, first) - first;
    return places.map((place) => place + shift);
  }
}

const covering = (ranges: readonly ProseRange[], place: number): ProseRange[] =>
  ranges.filter(({ start, end }) => start <= place && place < end);

const isSame = (some: readonly ProseRange[], others: readonly ProseRange[]): boolean =>
  some.length === others.length && some.every((range, index) => range === others[index]);
