import {
  type FlowBlock,
  type FlowNote,
  type FlowPage,
  type FlowParagraph,
  type FlowRow,
  type FlowSection,
  type FlowTable,
  Uncountable,
} from './flow';
import { heightOf, leastLines, linesThatFit, notesIn, TOLERANCE } from './kept-lines';
import { PageNotes } from './page-notes';

/** What has to stand on one page, from where the next line would go. */
interface Kept {
  height: number;
  /** Of the height, what may hang below the page. */
  below: number;
  notes: readonly FlowNote[];
}

/** Fills pages as Word does, and notes on which page each bookmark is. */
export class PageFiller {
  readonly pages = new Map<string, number>();
  private number = 0;
  private position = 0;
  private spaceAfter = 0;
  /** Something stands on the page. */
  private placed = false;
  /** The space after the last paragraph of the section before, until something of this one is placed. */
  private sectionAfter: number | null = 0;
  private blocks: readonly FlowBlock[] = [];

  private readonly notes: PageNotes;

  constructor(private readonly page: FlowPage) {
    this.notes = new PageNotes(page.noteRule);
  }

  /** @throws Uncountable */
  place({ firstNumber, endsBare, blocks }: FlowSection): void {
    this.sectionAfter = this.number === 0 ? 0 : this.spaceAfter;
    this.blocks = blocks;
    while (this.notes.unfinished) this.startPage();
    this.startPage(firstNumber ?? this.number + 1);
    for (const [index, block] of blocks.entries()) {
      if (block.kind === 'table') this.placeTable(block, index);
      else this.placeParagraph(block, index);
      this.sectionAfter = null;
    }
    if (endsBare) this.spaceAfter = 0;
  }

  private startPage(number = this.number + 1): void {
    this.number = number;
    this.position = this.page.top;
    this.spaceAfter = 0;
    this.placed = false;
    this.notes.startPage();
    if (this.notes.area > this.page.bottom - this.page.top) {
      throw new Uncountable('A note fills a page');
    }
  }

  private get bottom(): number {
    return this.page.bottom - this.notes.area;
  }

  private spaceAbove(before: number): number {
    const { sectionAfter, spaceAfter } = this;
    if (sectionAfter === null) return Math.max(spaceAfter, before);
    return spaceAfter + Math.max(sectionAfter, before) - sectionAfter;
  }

  private placeParagraph(paragraph: FlowParagraph, index: number): void {
    if (paragraph.onNewPage && this.placed) this.startPage();
    if (paragraph.keepNext) this.keepWithNext(paragraph, index);
    const { lines, keepLines } = paragraph;
    for (let from = 0; from < lines.length;) {
      const left = lines.slice(from);
      const first = from === 0;
      const opens = first && (this.placed || this.sectionAfter !== null);
      const above = opens ? this.spaceAbove(paragraph.before) : 0;
      const { fits, count } = linesThatFit(left, keepLines, first, {
        height: this.bottom - this.position - above,
        notes: (upTo) => this.notes.roomFor(notesIn(left.slice(0, upTo))),
        hangs: (upTo) => this.notes.area === 0 && notesIn(left.slice(0, upTo)).length === 0,
      });
      const forced = count === 0 && !this.placed && !this.notes.goOn;
      if (forced && fits === 0) throw new Uncountable('A line fills a page');
      const placed = left.slice(0, forced ? fits : count);
      if (placed.length > 0) this.placeLines(placed, above, first ? paragraph.marks : []);
      from += placed.length;
      if (from < lines.length) this.startPage();
    }
    this.spaceAfter = paragraph.after;
  }

  private placeLines(lines: FlowParagraph['lines'], above: number, marks: readonly string[]): void {
    this.position += above + heightOf(lines);
    this.spaceAfter = 0;
    for (const mark of marks) this.pages.set(mark, this.number);
    this.notes.add(notesIn(lines), this.page.bottom - this.position);
    this.placed = true;
  }

  private keepWithNext({ lines }: FlowParagraph, index: number): void {
    if (notesIn(lines).length > 0) throw new Uncountable('A note of what is kept with the next');
    if (!this.placed) return;
    const kept = this.keptFrom(index);
    const here = this.notes.area + this.notes.roomFor(kept.notes);
    if (this.fits(kept, this.position, here)) return;
    if (this.fits(kept, this.page.top, this.notes.areaOnNextPage(kept.notes))) this.startPage();
  }

  /** @param noteArea what the notes of the page take, with those of what is kept */
  private fits({ height, below }: Kept, from: number, noteArea: number): boolean {
    const over = from + height - (this.page.bottom - noteArea);
    return over <= TOLERANCE || (over - below <= TOLERANCE && noteArea === 0);
  }

  /** The paragraphs that are kept with the next one, with the beginning of what they are kept with. */
  private keptFrom(index: number): Kept {
    let height = 0;
    let after: number | null = null;
    for (let at = index; ; at += 1) {
      const block = this.blocks[at];
      if (block === undefined) return { height, below: 0, notes: [] };
      if (block.kind === 'table') {
        const rows = block.rows.slice(0, this.keptRows(block, 0));
        const above = after ?? this.spaceAfter;
        return { height: height + above + heightOf(rows), below: 0, notes: notesIn(rows) };
      }
      height += after === null ? this.spaceAbove(block.before) : Math.max(after, block.before);
      if (!block.keepNext || this.blocks[at + 1] === undefined) {
        const lines = block.lines.slice(0, leastLines(block));
        const below = lines.at(-1)?.below ?? 0;
        return { height: height + heightOf(lines), below, notes: notesIn(lines) };
      }
      height += heightOf(block.lines);
      ({ after } = block);
    }
  }

  /** The row after the last of those that are kept together from one on. */
  private keptRows({ rows }: FlowTable, from: number): number {
    const end = rows.findIndex((row, index) => index >= from && !row.keepNext);
    return (end === -1 ? rows.length - 1 : end) + 1;
  }

  private placeTable(table: FlowTable, index: number): void {
    this.position += this.spaceAfter;
    this.spaceAfter = 0;
    for (const [at, row] of table.rows.entries()) {
      const closing = at < table.rows.length - 1 ? table.closing : 0;
      const kept = this.keptWithRow(table, at, index);
      if (!this.stays(kept.height, kept.notes)) {
        if (this.placed || this.notes.goOn) this.startTablePage(table, at);
        if (!this.stays(kept.height, kept.notes)) throw new Uncountable('Rows fill a page');
      }
      this.position += row.height;
      this.notes.add(row.notes, this.page.bottom - this.position - closing);
      this.placed = true;
    }
  }

  private stays(height: number, notes: readonly FlowNote[]): boolean {
    return this.position + height <= this.bottom - this.notes.roomFor(notes) + TOLERANCE;
  }

  private keptWithRow(table: FlowTable, at: number, index: number): Kept {
    const { rows, closing } = table;
    const end = this.keptRows(table, at);
    const kept: FlowRow[] = rows.slice(at, end);
    const past = end === rows.length && rows.at(-1)?.keepNext === true;
    const following = past ? this.keptFrom(index + 1) : { height: 0, notes: [] };
    return {
      height: heightOf(kept) + (end < rows.length ? closing : 0) + following.height,
      below: 0,
      notes: [...notesIn(kept), ...following.notes],
    };
  }

  private startTablePage({ rows }: FlowTable, at: number): void {
    this.startPage();
    const [header] = rows;
    if (at > 0 && header !== undefined) this.position += header.height;
  }
}
