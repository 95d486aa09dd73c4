import { getResolvedPDFJS } from 'unpdf';

/** Where an image stands on its page, in points from its lower edge. */
export interface PlacedImage {
  bottom: number;
  top: number;
}

/** What a page draws, step by step, as pdf.js reads it. */
export interface Operators {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
}

/** Heights only: how a point of the drawing is raised and stretched onto the page. */
interface Heights {
  scale: number;
  shift: number;
}

/** The images of a page; one is drawn as the unit square of the transformations before it. */
export async function imagesIn({ fnArray, argsArray }: Operators): Promise<PlacedImage[]> {
  const { OPS } = await getResolvedPDFJS();
  const saved: Heights[] = [];
  const images: PlacedImage[] = [];
  let now: Heights = { scale: 1, shift: 0 };
  for (const [index, operator] of fnArray.entries()) {
    if (operator === OPS.save) saved.push(now);
    else if (operator === OPS.restore) now = saved.pop() ?? now;
    else if (operator === OPS.transform) {
      const [, , , scale = 1, , shift = 0] = argsArray[index] as number[];
      now = { scale: now.scale * scale, shift: now.shift + now.scale * shift };
    } else if (operator === OPS.paintImageXObject) {
      const edges = [now.shift, now.shift + now.scale];
      images.push({ bottom: Math.min(...edges), top: Math.max(...edges) });
    }
  }
  return images;
}
