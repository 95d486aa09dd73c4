import type { Content } from 'pdfmake/interfaces';
import type { Layout, PageNumbers } from '../typography/layout';
import { roman } from '../model/roman';

/** Where something was set, once it was: pdfmake notes it on the node. */
export interface Placed {
  positions?: readonly { pageNumber: number }[];
}

/**
 * The numbers of pages, as ruled. The places that they depend on are known only when all is laid
 * out, which is before the first number is asked for.
 */
export class PageLabels {
  /** What the first page after the title page begins with, and the body. */
  afterTitle: Placed | undefined;
  body: Placed | undefined;

  constructor(private readonly numbers: PageNumbers) {}

  /** @param page counted from 1 */
  label(page: number): string {
    if (!this.numbers.roman) return String(page);
    const body = this.pageOf(this.body);
    return page < body ? roman(page) : String(page - body + 1);
  }

  isShown(page: number): boolean {
    switch (this.numbers.from) {
      case 'title_page':
        return true;
      case 'after_title_page':
        return page >= this.pageOf(this.afterTitle, 2);
      case 'body':
        return page >= this.pageOf(this.body);
    }
  }

  private pageOf(node: Placed | undefined, otherwise = 1): number {
    return node?.positions?.[0]?.pageNumber ?? otherwise;
  }
}

/** From the text to the page number, as in Word's header and footer, where there is room. */
const GAP = 22;

/** The number at the upper or lower edge of a page. */
export function pageNumber(page: number, labels: PageLabels, layout: Layout): Content | null {
  if (!labels.isShown(page)) return null;
  const { edge, alignment, size } = layout.pageNumbers;
  const { left, right } = layout.page;
  const room = layout.page[edge];
  const gap = Math.min(GAP, Math.max(0, (room - size * 1.2) / 2));
  const above = edge === 'bottom' ? gap : Math.max(0, room - gap - size * 1.2);
  return {
    text: labels.label(page),
    alignment,
    fontSize: size,
    margin: [left, above, right, 0],
  };
}
