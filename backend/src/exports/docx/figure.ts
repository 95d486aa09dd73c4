import { AlignmentType, BorderStyle, type FileChild, ImageRun, Paragraph, TextRun } from 'docx';
import { figureSize } from '../typography/figure-size';
import type { Layout } from '../typography/layout';
import type { FigureBlock } from '../model/document-model';
import { TYPE } from '../typography/typography';
import { captionOf } from './captions';
import { standInOf } from './image-stand-ins';
import { twips } from './units';

const TYPES = { 'image/png': 'png', 'image/jpeg': 'jpg' } as const;
const PIXELS_PER_POINT = 96 / 72;

const LINE = { style: BorderStyle.SINGLE, size: 4, space: 6, color: '808080' };

/** @param drawing a number that no other drawing of the file has */
function picture({ image, altText }: FigureBlock, layout: Layout, drawing: number) {
  if (image?.data === undefined) return new TextRun(altText);
  const { width, height } = figureSize(image, layout.textWidth, layout);
  const id = String(drawing);
  return new ImageRun({
    type: TYPES[image.mediaType],
    data: standInOf(image, image.data),
    transformation: { width: width * PIXELS_PER_POINT, height: height * PIXELS_PER_POINT },
    altText: { id, name: image.key, description: altText },
  });
}

/** An image in the middle of the text with its caption; a frame with words where it is missing. */
export function figureOf(block: FigureBlock, layout: Layout, drawing: number): FileChild[] {
  const { caption, image } = block;
  const missing = image?.data === undefined;
  const shown = new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: caption?.position === 'below',
    spacing: { before: twips(TYPE.blockGap), after: twips(TYPE.captionGap) },
    ...(missing && { border: { top: LINE, bottom: LINE, left: LINE, right: LINE } }),
    children: [picture(block, layout, drawing)],
  });
  if (caption === null) return [shown];
  return caption.position === 'above' ? [captionOf(caption), shown] : [shown, captionOf(caption)];
}
