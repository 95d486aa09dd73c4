import { contentsOf, type DocumentModel } from '../../model/document-model';
import type { HeadingFacts } from '../facts';
import { bookmarksById, folded, isTitled, titlesOf } from './bookmarks';
import type { Line } from './lines';
import type { OpenedPdf, PdfPage } from './open';

const NEAR = 2;

/** Letters of a number, and of the word before it, that may stand before a title. */
const NUMBER_ROOM = 24;

/** The lines from the first one on that together are a title, whatever number stands before it. */
function linesFrom(lines: readonly Line[], title: string): Line[] {
  const wanted = folded(title);
  for (const [from] of lines.entries()) {
    let read = '';
    for (let at = from; at < lines.length && read.length < wanted.length + NUMBER_ROOM; at += 1) {
      read += folded(lines[at]?.text ?? '');
      if (isTitled(read, wanted)) {
        return lines.slice(from, at + 1);
      }
    }
  }
  return [];
}

function alignmentsOf(
  lines: readonly Line[],
  page: PdfPage,
  edges: { left: number; right: number },
): ('left' | 'center' | 'right')[] {
  const right = page.width - edges.right;
  const centre = (edges.left + right) / 2;
  const every = (holds: (line: Line) => boolean) => lines.every(holds);
  return [
    ...(every(({ x }) => Math.abs(x - edges.left) < NEAR) ? (['left'] as const) : []),
    ...(every(({ x, end }) => Math.abs((x + end) / 2 - centre) < NEAR)
      ? (['center'] as const)
      : []),
    ...(every(({ end }) => Math.abs(end - right) < NEAR) ? (['right'] as const) : []),
  ];
}

function factsOf(lines: readonly Line[], page: PdfPage, text: readonly Line[]) {
  const [first] = lines;
  const written = lines.map((line) => line.text).join(' ');
  return {
    size: first?.size ?? 0,
    bold: lines.every(({ items }) => items.every(({ font }) => /Bold/.test(font))),
    capitals: written === written.toLocaleUpperCase() && written !== written.toLocaleLowerCase(),
    onNewPage: text.every((line) => line.page !== page.number || line.y <= (first?.y ?? 0)),
  };
}

/** The headings that bookmarks lead to; they find them where others have the same words. */
export function headingsIn(
  { pages, bookmarks }: OpenedPdf,
  model: DocumentModel,
  text: readonly Line[],
): HeadingFacts[] {
  const sections = new Set(model.sections.map(({ id }) => id));
  const places = bookmarksById(bookmarks, model);
  const titles = titlesOf(model);
  return contentsOf(model).flatMap((entry): HeadingFacts[] => {
    const bookmark = places.get(entry.id);
    const page = pages[(bookmark?.page ?? 0) - 1];
    if (bookmark === undefined || page === undefined) return [];
    const below = text.filter((line) => line.page === page.number && line.y < bookmark.y + NEAR);
    const lines = linesFrom(below, titles.get(entry.id) ?? entry.text);
    if (lines.length === 0) return [];
    return [
      {
        ...factsOf(lines, page, text),
        where: `page ${String(page.number)}: “${entry.text.slice(0, 40)}”`,
        text: lines.map((line) => line.text).join(' '),
        level: entry.level,
        isSection: sections.has(entry.id),
        alignments: alignmentsOf(lines, page, model.layout.page),
      },
    ];
  });
}
