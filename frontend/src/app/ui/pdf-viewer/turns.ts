/** Pages that are drawn one after the other, in the order in which they came. */
export class Turns {
  private last = Promise.resolve();
  /** The first page that was left or given up in the midst, unless another has been drawn since. */
  private unfinished: number | null = null;

  /** @returns when it is the page's turn; what it gets is to be called at its end */
  async take(page: number): Promise<(finished: boolean) => void> {
    const before = this.last;
    let next: () => void = () => undefined;
    this.last = new Promise((resolve) => (next = resolve));
    await before;
    return (finished) => {
      this.unfinished = finished ? null : (this.unfinished ?? page);
      next();
    };
  }

  /** Whether whoever draws may be busy with this page, rather than with one before it. */
  isSuspect(page: number): boolean {
    return this.unfinished === page;
  }

  /** Whoever draws begins anew. */
  reset(): void {
    this.unfinished = null;
  }
}
