import { plainText } from '../../../citations';
import type {
  Block,
  Caption,
  DocumentModel,
  FigureBlock,
  TableBlock,
} from '../../model/document-model';
import { type CaptionFacts, squeezed } from '../facts';
import type { PlacedImage } from './images';
import type { Line } from './lines';
import type { PdfPage } from './open';
import { linesOfText } from './paragraphs';

type Captioned = (FigureBlock | TableBlock) & { caption: Caption };

function captionedIn(blocks: readonly Block[]): Captioned[] {
  return blocks.flatMap((block): Captioned[] => {
    if (block.kind === 'quote') return captionedIn(block.blocks);
    if (block.kind === 'list') return block.items.flatMap(captionedIn);
    const counted = block.kind === 'figure' || block.kind === 'table';
    return counted && block.caption !== null ? [{ ...block, caption: block.caption }] : [];
  });
}

/** Where on the page of its caption a table or a figure shows. */
function placesOf(block: Captioned, { lines, images }: PdfPage): PlacedImage[] {
  const own = new Set(
    block.kind === 'table'
      ? block.rows.map((row) => squeezed(row.map(plainText).join('')))
      : [squeezed(block.altText)],
  );
  const written = lines
    .filter((line) => own.has(line.squeezed))
    .map(({ y }) => ({ bottom: y, top: y }));
  return block.kind === 'figure' && block.image !== null ? [...images] : written;
}

const NUMBER = /^\s(\d+(?:\.\d+)?)/;

/** The number of a line that begins as captions of a kind do. */
function numberIn({ text }: Line, { label }: Caption): string | undefined {
  return text.startsWith(label) ? NUMBER.exec(text.slice(label.length))?.[1] : undefined;
}

/** The lines from one on that are a caption, whatever its number is there. */
function linesOfCaption(lines: readonly Line[], at: number, caption: Caption): Line[] | undefined {
  const [line] = lines.slice(at, at + 1);
  const number = line && numberIn(line, caption);
  if (number === undefined) return undefined;
  const { label, separator, text } = caption;
  const words = plainText(text) === '' ? '' : separator + plainText(text);
  return linesOfText(lines, at, squeezed(label + number + words));
}

function factsOf(block: Captioned, lines: readonly Line[], page: PdfPage): CaptionFacts | null {
  const [first] = lines;
  const last = lines.at(-1);
  const number = first && numberIn(first, block.caption);
  if (first === undefined || last === undefined || number === undefined) return null;
  const gaps = placesOf(block, page).map(({ bottom, top }) =>
    bottom > first.y
      ? { position: 'below' as const, gap: bottom - first.y }
      : { position: 'above' as const, gap: Math.max(0, last.y - top) },
  );
  const [nearest] = gaps.sort((one, other) => one.gap - other.gap);
  if (nearest === undefined) return null;
  const where = `page ${String(page.number)}: “${first.text.slice(0, 60)}”`;
  return { kind: block.kind, position: nearest.position, number, where };
}

/**
 * The captions of a PDF, found by what they say; their numbers, and on which side of their tables and
 * figures they stand, are read from the file. Null where one of them, or what it belongs to, is not
 * found: what is not seen is not judged.
 */
export function captionsIn(
  lines: readonly Line[],
  pages: readonly PdfPage[],
  { sections }: DocumentModel,
): CaptionFacts[] | null {
  let from = 0;
  const found = sections
    .flatMap(({ blocks }) => captionedIn(blocks))
    .map((block): CaptionFacts | null => {
      for (let at = from; at < lines.length; at += 1) {
        const own = linesOfCaption(lines, at, block.caption);
        const page = pages.find(({ number }) => number === lines[at]?.page);
        if (own === undefined || page === undefined) continue;
        from = at + own.length;
        return factsOf(block, own, page);
      }
      return null;
    });
  return found.every((one) => one !== null) ? found : null;
}
