import { computed, signal } from '@angular/core';
import { type Letters, lettersOf, occurrences, type TextRange } from './letters';
import type { TextMark } from './mark-text';
import type { OpenPdf } from './open-pdf';

export interface Finding {
  page: number;
  ranges: readonly TextRange[];
}

const MOST = 1000;

/** Looks for words in every page of a file, one page after the other. */
export class PdfSearch {
  private readonly letters: (Letters | undefined)[] = [];
  private turn = 0;

  readonly wish = signal('');
  readonly findings = signal<readonly Finding[]>([]);
  /** Which of them is shown, from 0. */
  readonly current = signal(0);
  /** Pages that have been looked through; null while nobody looks for anything. */
  readonly searched = signal<number | null>(null);

  readonly shown = computed((): Finding | null => this.findings()[this.current()] ?? null);
  readonly marks = computed(() => {
    const shown = this.shown();
    const marks = new Map<number, TextMark[]>();
    for (const finding of this.findings()) {
      const look = finding === shown ? 'current' : 'found';
      const own = marks.get(finding.page) ?? [];
      own.push({ look, ranges: finding.ranges });
      marks.set(finding.page, own);
    }
    return marks;
  });

  constructor(private readonly pdf: OpenPdf) {}

  /** @param from the page at which one is: what is found from there on is shown first */
  async look(wish: string, from: number): Promise<void> {
    const turn = ++this.turn;
    this.wish.set(wish);
    this.findings.set([]);
    this.current.set(0);
    this.searched.set(null);
    if (lettersOf([wish]).text === '') return;
    let chosen = false;
    for (let page = 1; page <= this.pdf.pageCount; page++) {
      const letters = await this.lettersOfPage(page);
      if (turn !== this.turn) return;
      const left = MOST - this.findings().length;
      const found = occurrences(letters, wish, left).map((ranges) => ({ page, ranges }));
      if (found.length > 0) {
        if (!chosen && page >= from) {
          chosen = true;
          this.current.set(this.findings().length);
        }
        this.findings.update((all) => [...all, ...found]);
      }
      this.searched.set(page);
    }
  }

  /** To the next one, or with −1 to the one before; round from the end to the beginning. */
  go(step: 1 | -1): void {
    const { length } = this.findings();
    if (length > 0) this.current.update((at) => (at + step + length) % length);
  }

  clear(): void {
    void this.look('', 1);
  }

  /** A page that cannot be read has no words. */
  private async lettersOfPage(number: number): Promise<Letters> {
    const known = this.letters[number];
    if (known !== undefined) return known;
    const texts = await this.pdf.page(number).then(
      (page) => page.texts(),
      () => [],
    );
    const letters = lettersOf(await Promise.resolve(texts).catch(() => []));
    this.letters[number] = letters;
    return letters;
  }
}
