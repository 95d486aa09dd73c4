import { computed, effect, inject, signal, untracked } from '@angular/core';
import { type Problem, problemOf } from '../../../core/problem/problem';
import { UrlQuery } from './url-query';

export interface Paged<Row> {
  items: Row[];
  total: number;
  page: number;
  totalPages: number;
}

export interface PageWindow {
  page: number;
  perPage: number;
}

const SHOWN = 20;
/** The most that the API gives at a time. */
const FETCHED = 100;
/** A file of more is for another tool than a browser. */
export const MOST_EXPORTED = 10_000;

/**
 * One list of the API as the address of the page wants it. Made in an injection context that has a
 * {@link UrlQuery}.
 */
export class PagedList<Row extends object, Filters extends object = object> {
  private readonly url = inject(UrlQuery);
  private readonly current = signal<Paged<Row> | null>(null);
  private readonly wanted = computed(() => ({ ...this.filters(), page: this.url.page() }));
  private asked = 0;

  /** Null until it is known. */
  readonly page = this.current.asReadonly();
  /** Whether a file may have less than all of it. */
  readonly cut = computed(
    () => this.askFile === undefined && (this.current()?.total ?? 0) > MOST_EXPORTED,
  );
  readonly problem = signal<Problem | null>(null);
  readonly exporting = signal(false);
  /** Of the shown page; empty until it is known. */
  readonly rows = computed(() => this.current()?.items ?? []);

  constructor(
    private readonly filters: () => Filters,
    private readonly ask: (query: Filters & PageWindow) => Promise<Paged<Row>>,
    private readonly askFile?: (filters: Filters) => Promise<string>,
  ) {
    effect(() => {
      this.wanted();
      untracked(() => void this.load());
    });
  }

  async load(): Promise<void> {
    const turn = ++this.asked;
    this.problem.set(null);
    try {
      const page = await this.ask({ ...this.wanted(), perPage: SHOWN });
      if (turn === this.asked) this.current.set(page);
    } catch (error) {
      if (turn === this.asked) this.problem.set(problemOf(error));
    }
  }

  /**
   * All that matches as CSV: the API's own file where it has one, else made of what all pages hold,
   * up to {@link MOST_EXPORTED} rows.
   * @returns null with {@link problem} set
   */
  async file(toFile: (rows: Row[]) => string): Promise<string | null> {
    if (untracked(this.exporting)) return null;
    this.exporting.set(true);
    this.problem.set(null);
    try {
      return this.askFile ? await this.askFile(this.filters()) : toFile(await this.collect());
    } catch (error) {
      this.problem.set(problemOf(error));
      return null;
    } finally {
      this.exporting.set(false);
    }
  }

  /** What comes in meanwhile moves rows on to later pages, where they must not count again. */
  private async collect(): Promise<Row[]> {
    const filters = this.filters();
    const rows: Row[] = [];
    const ids = new Set<unknown>();
    for (let page = 1, pages = 1; page <= pages && rows.length < MOST_EXPORTED; page += 1) {
      const { items, totalPages } = await this.ask({ ...filters, page, perPage: FETCHED });
      pages = totalPages;
      for (const row of items) {
        const id = 'id' in row ? row.id : row;
        if (!ids.has(id)) rows.push(row);
        ids.add(id);
      }
    }
    return rows;
  }
}
