import { fontFaces } from '../../typography/fonts';
import { SOFT_HYPHEN } from '../../typography/hyphenation';
import { verticalMetrics } from '../../typography/font-metrics';
import {
  type DocumentModel,
  frontTexts,
  hasPart,
  type ModelPart,
} from '../../model/document-model';
import { type FileFacts, type Geometry, squeezed } from '../facts';
import { bodyFacts } from './body';
import { bookmarksById } from './bookmarks';
import { captionsIn } from './captions';
import { headingsIn } from './headings';
import type { Line } from './lines';
import { numbersIn } from './numbers';
import { type OpenedPdf, openPdf, type PdfPage } from './open';
import { paragraphsIn } from './paragraphs';
import { fontsIn, noteSizes, tableSizes } from './type';

/** Positions in a PDF are exact; lines are found by a model, which may miss some. */
const PRECISION = { points: 1, share: 0.05 };

interface PartStart {
  part: ModelPart;
  page: number;
}

/** The first page of each part: what bookmarks lead to, or what begins with its title. */
function partStarts({ pages, bookmarks }: OpenedPdf, model: DocumentModel): PartStart[] {
  const places = bookmarksById(bookmarks, model);
  const pageOf = (id = '') => places.get(id)?.page;
  const titled = (title: string | undefined) =>
    title === undefined
      ? undefined
      : pages.find(({ lines }) =>
          lines
            .slice(0, 2)
            .some(
              (line) => line.squeezed.toLocaleLowerCase() === squeezed(title).toLocaleLowerCase(),
            ),
        )?.number;
  const found: Partial<Record<ModelPart, number | undefined>> = {
    title_page: 1,
    ...Object.fromEntries(frontTexts(model).map(([part, { title }]) => [part, titled(title)])),
    contents: titled(model.contentsTitle),
    list_of_figures: titled(model.captionLists.list_of_figures?.title),
    list_of_tables: titled(model.captionLists.list_of_tables?.title),
    body: pageOf(model.sections[0]?.id),
    bibliography: pageOf(model.bibliography?.id),
    appendices: pageOf(model.appendices[0]?.id),
    declaration: pageOf(model.declaration?.id),
  };
  return (Object.entries(found) as [ModelPart, number | undefined][])
    .flatMap(([part, page]) =>
      page === undefined || !hasPart(model, part) ? [] : [{ part, page }],
    )
    .sort((a, b) => a.page - b.page);
}

/** How far from the edges of the paper the outermost text of all pages stands. */
function geometryOf(page: PdfPage, lines: readonly Line[], model: DocumentModel): Geometry {
  const { ascent, descent } = verticalMetrics(fontFaces(model.layout.font).normal);
  const { width, height } = page;
  const least = (of: (line: Line) => number) => Math.min(...lines.map(of));
  return {
    width,
    height,
    top: least((line) => height - line.y - ascent * line.size),
    right: least((line) => width - line.end),
    bottom: least((line) => line.y - descent * line.size),
    left: least(({ x }) => x),
  };
}

/** A soft hyphen parts a word at the end of a line, and is none of the text's. */
const joined = (lines: readonly Line[]) =>
  lines
    .map(({ text }) => text)
    .join('\n')
    .replaceAll(`${SOFT_HYPHEN}\n`, '');

/** Reads back what a PDF shows of its form, with nothing but where its letters stand. */
export async function readPdfFacts(file: Uint8Array, model: DocumentModel): Promise<FileFacts> {
  const opened = await openPdf(file);
  const { pages } = opened;
  const starts = partStarts(opened, model);
  const afterLast = pages.length + 1;
  const bodyAt = starts.find(({ part }) => part === 'body')?.page ?? afterLast;
  const frontAt = starts[1]?.page ?? afterLast;
  const bodyEnd = starts.find(({ page }) => page > bodyAt)?.page ?? afterLast;
  const numbers = numbersIn(pages, model.layout.page, { frontAt, bodyAt });
  const lines = pages.flatMap((page) => page.lines).filter((line) => !numbers.lines.has(line));
  const ofBody = lines.filter(({ page }) => page >= bodyAt && page < bodyEnd);
  const sizes = pages.map((page) => ({
    page,
    key: `${String(page.width)} ${String(page.height)}`,
  }));
  const bySize = Map.groupBy(sizes, ({ key }) => key).values();
  return {
    precision: PRECISION,
    openEdges: new Set(['right', 'bottom']),
    geometry: [...bySize].flatMap((group) => {
      const [first] = group;
      const numbersOfPages = new Set(group.map(({ page }) => page.number));
      const own = lines.filter(({ page }) => numbersOfPages.has(page));
      if (first === undefined || own.length === 0) return [];
      const where = `page ${String(first.page.number)}`;
      return [{ value: geometryOf(first.page, own, model), where, count: group.length }];
    }),
    fonts: fontsIn(lines, model),
    noteSizes: noteSizes(ofBody, model),
    tableSizes: tableSizes(ofBody, model),
    ...bodyFacts(paragraphsIn(ofBody, model), model.layout),
    headings: headingsIn(opened, model, lines),
    numbers: numbers.facts,
    captions: captionsIn(ofBody, pages, model),
    parts: starts.map(({ part }) => part),
    titlePage: squeezed(joined(lines.filter(({ page }) => page < frontAt))),
    body: joined(ofBody),
    text: squeezed(joined(lines)),
    bodyPages: bodyEnd - bodyAt,
  };
}
