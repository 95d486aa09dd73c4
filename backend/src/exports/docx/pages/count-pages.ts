import type { Layout } from '../../typography/layout';
import { type DocumentModel, frontAndRest } from '../../model/document-model';
import type { HeadingPages } from '../headings';
import { numberDistance } from '../sections';
import { type FlowPage, type FlowSection, Uncountable } from './flow';
import { FlowParts } from './flow-parts';
import { PageFiller } from './page-filler';
import { length, lineHeight } from './set-lines';

/** @throws Uncountable */
function pageOf(layout: Layout): FlowPage {
  const { page, font, size, pageNumbers } = layout;
  const numbers =
    length(numberDistance(layout)) + lineHeight(font, Math.max(size, pageNumbers.size));
  if (numbers > length(page[pageNumbers.edge])) throw new Uncountable('A margin full of numbers');
  return {
    top: length(page.top),
    bottom: length(page.height) - length(page.bottom),
    noteRule: lineHeight(font, size),
  };
}

/** As `sectionsOf` divides the file. */
function sectionsOf(model: DocumentModel): FlowSection[] {
  const parts = new FlowParts(model);
  const { from, roman } = model.layout.pageNumbers;
  const { front, rest } = frontAndRest(model);
  const apart = (roman || from === 'body') && front.length > 0;
  const title = { firstNumber: null, endsBare: false, blocks: parts.titlePage() };
  const before = { firstNumber: null, endsBare: front.at(-1) === 'contents' };
  const first = roman ? 1 : null;
  return [
    title,
    ...(apart ? [{ ...before, blocks: parts.render(front) }] : []),
    {
      firstNumber: first,
      endsBare: false,
      blocks: parts.render(apart ? rest : [...front, ...rest]),
    },
  ];
}

/**
 * The page of each bookmark as Word will number it; null for a document that has more than this
 * counts, such as formulas.
 */
export function countPages(model: DocumentModel): HeadingPages | null {
  try {
    const filler = new PageFiller(pageOf(model.layout));
    for (const section of sectionsOf(model)) filler.place(section);
    return filler.pages;
  } catch (error) {
    if (error instanceof Uncountable) return null;
    throw error;
  }
}
