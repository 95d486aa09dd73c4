import type { ContentImage, ContentTable } from 'pdfmake/interfaces';
import { figureSize } from '../typography/figure-size';
import type { Layout } from '../typography/layout';
import type { FigureBlock } from '../model/document-model';
import { captioned } from './captions';
import type { Spaced } from './nodes';

/** Points inside the frame of an image that is missing. */
const PADDING = 12;

function imageNode({ image }: FigureBlock, room: number, layout: Layout): ContentImage | null {
  if (image?.data === undefined) return null;
  const data = Buffer.from(image.data).toString('base64');
  return {
    image: `data:${image.mediaType};base64,${data}`,
    ...figureSize(image, room, layout),
    alignment: 'center',
  };
}

function placeholder({ altText }: FigureBlock, room: number): ContentTable {
  const text = { text: altText, alignment: 'center' as const };
  const padding = () => PADDING;
  return {
    table: { widths: [room - 2 * PADDING - 1], body: [[text]] },
    layout: {
      ...{ hLineWidth: () => 0.5, vLineWidth: () => 0.5, hLineColor: 'gray', vLineColor: 'gray' },
      ...{
        paddingLeft: padding,
        paddingRight: padding,
        paddingTop: padding,
        paddingBottom: padding,
      },
    },
  };
}

/** An image in the middle of the text on one page with its caption; a frame where it is missing. */
export function figureNode(block: FigureBlock, room: number, layout: Layout): Spaced {
  const node = imageNode(block, room, layout) ?? placeholder(block, room);
  return captioned(node, block.caption, layout, true);
}
