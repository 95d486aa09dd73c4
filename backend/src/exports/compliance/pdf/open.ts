import { getDocumentProxy } from 'unpdf';
import { SOFT_HYPHEN } from '../../typography/hyphenation';
import { imagesIn, type PlacedImage } from './images';
import { type Item, type Line, linesOf } from './lines';
import { endsParted, partedTexts } from './parted-words';

export interface Bookmark {
  title: string;
  level: number;
  /** Counted from 1. */
  page: number;
  /** Height on the page of what it leads to. */
  y: number;
}

export interface PdfPage {
  number: number;
  width: number;
  height: number;
  lines: readonly Line[];
  images: readonly PlacedImage[];
}

export interface OpenedPdf {
  pages: readonly PdfPage[];
  bookmarks: readonly Bookmark[];
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type PdfJsPage = Awaited<ReturnType<Pdf['getPage']>>;
type Outline = Awaited<ReturnType<Pdf['getOutline']>>;

const SUBSET = /^[A-Z]{6}\+/;

/** The file's own name of a font that pdf.js has loaded. */
function fontName(page: PdfJsPage, id: string): string {
  const font = page.commonObjs.has(id) ? (page.commonObjs.get(id) as { name?: string }) : {};
  return (font.name ?? '').replace(SUBSET, '');
}

/** To be called when what the page draws is read: that loads the fonts and their names. */
async function itemsOf(page: PdfJsPage): Promise<Item[]> {
  const { items } = await page.getTextContent({ disableNormalization: true });
  return items.flatMap((item): Item[] => {
    if (!('str' in item)) return [];
    const [, , , size = 0, x = 0, y = 0] = item.transform as number[];
    return [{ text: item.str, x, y, width: item.width, size, font: fontName(page, item.fontName) }];
  });
}

async function readPage(pdf: Pdf, number: number): Promise<PdfPage> {
  const page = await pdf.getPage(number);
  const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
  const drawn = await page.getOperatorList();
  const images = await imagesIn(drawn);
  const parted = partedTexts(drawn);
  const lines = linesOf(number, await itemsOf(page)).map((line) =>
    endsParted(line.squeezed, parted) ? { ...line, text: `${line.text}${SOFT_HYPHEN}` } : line,
  );
  page.cleanup();
  return { number, width: right - left, height: top - bottom, lines, images };
}

async function bookmarksIn(pdf: Pdf, outline: Outline, level = 1): Promise<Bookmark[]> {
  const found: Bookmark[] = [];
  for (const { title, dest, items } of outline) {
    const place = typeof dest === 'string' ? await pdf.getDestination(dest) : dest;
    const [page, , , y] = (place ?? []) as [{ num: number; gen: number }?, ...unknown[]];
    if (page !== undefined) {
      const index = await pdf.getPageIndex(page);
      found.push({ title, level, page: index + 1, y: typeof y === 'number' ? y : Infinity });
    }
    found.push(...(await bookmarksIn(pdf, items as Outline, level + 1)));
  }
  return found;
}

/** A PDF with all its lines, each with the font of its pieces. */
export async function openPdf(file: Uint8Array): Promise<OpenedPdf> {
  const pdf = await getDocumentProxy(new Uint8Array(file), { verbosity: 0 });
  const pages: PdfPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    pages.push(await readPage(pdf, number));
  }
  const outline = ((await pdf.getOutline()) as Outline | null) ?? [];
  const bookmarks = await bookmarksIn(pdf, outline);
  await pdf.destroy();
  return { pages, bookmarks };
}
