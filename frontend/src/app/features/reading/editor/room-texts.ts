import type { CitationItem, ShownFigure } from '../../../ui/prose/prose-model';

/** What the views inside the editor need to know of the document around them. */
export interface RoomTexts {
  citationLabel(items: readonly CitationItem[]): string;
  isKnown(key: string): boolean;
  figure(key: string): ShownFigure | undefined;
  referenceOf(label: string): string;
  /** Words of the interface, by their key under `reading.room`. */
  say(key: string, params?: Record<string, unknown>): string;
  /** Opens what belongs to the node at a position. */
  open(position: number): void;
}

/** Tells the views inside an editor that what they show has changed. */
export class RoomViews {
  private readonly views = new Set<() => void>();

  constructor(readonly texts: RoomTexts) {}

  /** @returns stops it */
  watch(draw: () => void): () => void {
    this.views.add(draw);
    draw();
    return () => this.views.delete(draw);
  }

  redraw(): void {
    this.views.forEach((draw) => {
      draw();
    });
  }
}
