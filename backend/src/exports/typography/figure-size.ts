import type { FigureInput } from '../model/figure-input';
import type { Layout } from './layout';

/** Pixels of an image are as large as on a screen of 96 to the inch, where there is room. */
const POINTS_PER_PIXEL = 72 / 96;

/** Share of a page's height that a figure may take, so that its caption has room below it. */
const HEIGHT_SHARE = 0.8;

/** Width and height of an image in points: its own, or less so that it fits into the text. */
export function figureSize(
  { width, height }: Pick<FigureInput, 'width' | 'height'>,
  room: number,
  { page }: Pick<Layout, 'page'>,
): { width: number; height: number } {
  const most = (page.height - page.top - page.bottom) * HEIGHT_SHARE;
  const own = { width: width * POINTS_PER_PIXEL, height: height * POINTS_PER_PIXEL };
  const scale = Math.min(1, room / own.width, most / own.height);
  return { width: own.width * scale, height: own.height * scale };
}
