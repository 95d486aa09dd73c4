import type { FlowNote } from './flow';
import { heightOf, leastNoteHeight, linesOnPage, TOLERANCE } from './kept-lines';

/** The notes at the foot of a page. */
export class PageNotes {
  /** What they take of the page, with the line above them; 0 for none. */
  area = 0;
  /** They begin with the rest of one of the page before. */
  goOn = false;
  private rest: FlowNote | null = null;

  /** @param rule height of the line above the notes */
  constructor(private readonly rule: number) {}

  startPage(): void {
    this.goOn = this.rest !== null;
    this.area = this.areaOfRest;
    this.rest = null;
  }

  /** Whether the last goes on on the next page. */
  get unfinished(): boolean {
    return this.rest !== null;
  }

  private get areaOfRest(): number {
    return this.rest === null ? 0 : this.rule + this.rest.height;
  }

  /** What more notes take of the page: the last of them as little as has to stand on it. */
  roomFor(notes: readonly FlowNote[], area = this.area): number {
    const last = notes.at(-1);
    if (last === undefined) return 0;
    return (area === 0 ? this.rule : 0) + heightOf(notes) - last.height + leastNoteHeight(last);
  }

  /** What is taken of the next page if it has these notes. */
  areaOnNextPage(notes: readonly FlowNote[]): number {
    return this.areaOfRest + this.roomFor(notes, this.areaOfRest);
  }

  /** @param room from the last line to the end of the page; the last note goes on where it is too low */
  add(notes: readonly FlowNote[], room: number): void {
    const last = notes.at(-1);
    if (last === undefined) return;
    const others = (this.area === 0 ? this.rule : this.area) + heightOf(notes) - last.height;
    this.area = others + last.height;
    if (this.area <= room + TOLERANCE) return;
    const line = last.height / last.lines;
    const fitting = Math.floor((room - others + TOLERANCE) / line);
    const left = last.lines - linesOnPage(last.lines, fitting, false, true);
    this.rest = { lines: left, height: left * line };
    this.area = room;
  }
}
