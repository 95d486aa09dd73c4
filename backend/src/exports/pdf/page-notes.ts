import type { Context, FootnoteNode, Line, Page, Writer } from 'pdfmake/js/layout';
import { drawNotes, heightOf, RULE } from './draw-notes';

/** Share of a page that is kept for the text beside the rest of a note from the page before. */
const KEPT_FOR_TEXT = 0.4;

/** Notes taller than this share of a page do not wait for one that holds them. */
const TALL = 0.75;

const atTop = ({ y, pageMargins }: Context) => y <= pageMargins.top;

function isTall(height: number, context: Context): boolean {
  const { pageSize, pageMargins } = context.getCurrentPage();
  return height > TALL * (pageSize.height - pageMargins.top - pageMargins.bottom);
}

/**
 * The footnotes of a document while it is laid out: whatever carries the numbers of notes gets onto
 * a page only together with the notes, whose room is taken from the foot of that page.
 */
export class PageNotes {
  private readonly pages = new Map<number, Line[]>();
  private readonly placed = new Set<number>();
  /** What is left of notes for the next page. */
  private waiting: Line[] = [];
  /** Lines that are still to be set under a heading, which may not stand alone. */
  underHeading = 0;

  constructor(private readonly linesOf: (note: FootnoteNode) => readonly Line[]) {}

  height(notes: readonly FootnoteNode[]): number {
    return heightOf(this.unplaced(notes).flatMap((note) => this.linesOf(note)));
  }

  /** Height that the first notes of a page take beside their own. */
  ruleRoom(page: number): number {
    return this.pages.has(page) ? 0 : RULE.above + RULE.below;
  }

  /** @param add adds what carries the notes, and gives false when it does not fit */
  add(notes: readonly FootnoteNode[], context: Context, add: () => unknown): unknown {
    const height = this.height(notes);
    if (height === 0) return add();
    // Notes keep their order, behind one that still waits for its next page
    if (this.unfinished) return this.addInParts(notes, context, add);
    const room = height + this.ruleRoom(context.page);
    context.availableHeight -= room;
    const position = add();
    if (position === false) {
      context.availableHeight += room;
      const parts = this.underHeading > 0 || isTall(height, context) || atTop(context);
      return parts ? this.addInParts(notes, context, add) : false;
    }
    this.put(this.take(notes), context.page);
    return position;
  }

  /** Sets the rest of a note at the foot of a page that has just been begun. */
  begin(context: Context): void {
    if (this.waiting.length === 0) return;
    const kept = context.availableHeight * KEPT_FOR_TEXT;
    this.fill(context, context.availableHeight - kept);
  }

  get unfinished(): boolean {
    return this.waiting.length > 0;
  }

  /** Draws what has been collected; after the text, so that it is also read after it. */
  draw(pages: readonly Page[]): void {
    for (const [index, lines] of this.pages) {
      const page = pages[index];
      if (page !== undefined) drawNotes(page, lines);
    }
  }

  private unplaced(notes: readonly FootnoteNode[]): FootnoteNode[] {
    return notes.filter(({ number }) => !this.placed.has(number));
  }

  private take(notes: readonly FootnoteNode[]): Line[] {
    const fresh = this.unplaced(notes);
    for (const { number } of fresh) this.placed.add(number);
    return fresh.flatMap((note) => this.linesOf(note));
  }

  private put(lines: readonly Line[], page: number): void {
    this.pages.set(page, [...(this.pages.get(page) ?? []), ...lines]);
  }

  /** For notes that their page has no room for: they go on at the foot of the next. */
  private addInParts(notes: readonly FootnoteNode[], context: Context, add: () => unknown) {
    const position = add();
    if (position === false) return false;
    this.waiting.push(...this.take(notes));
    this.fill(context, context.availableHeight);
    return position;
  }

  private fill(context: Context, height: number): void {
    const rule = this.ruleRoom(context.page);
    let used = rule;
    const beyond = this.waiting.findIndex((line) => (used += line.getHeight()) > height);
    const fitting = this.waiting.splice(0, beyond === -1 ? this.waiting.length : beyond);
    if (fitting.length === 0) return;
    context.availableHeight -= heightOf(fitting) + rule;
    this.put(fitting, context.page);
  }
}

/** Whether the page itself is being set, and not a fragment that will be put on one. */
export function setsPage({ contextStack }: Writer): boolean {
  return contextStack.length === 0;
}
