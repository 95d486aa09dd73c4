import type { Column, ContentSvg } from 'pdfmake/interfaces';
import { sizedSvg, typesetFormula } from '../formula/typeset-formula';
import type { Layout } from '../typography/layout';
import { captionNumber } from '../model/caption-text';
import type { FormulaBlock } from '../model/document-model';
import { TYPE } from '../typography/typography';
import { familyOf } from './fonts';
import type { Spaced } from './nodes';

/** Room for a number on either side, so that the formula stays in the middle. */
const NUMBER_WIDTH = 60;

/** A formula in the middle of a line of its own, made smaller where it is too wide. */
export function formulaNode(
  { tex, number }: FormulaBlock,
  room: number,
  { size, font }: Layout,
): Spaced {
  const typeset = typesetFormula(tex, true);
  const { width, ascent, descent } = typeset;
  const most = room - 2 * NUMBER_WIDTH;
  const scale = Math.min(size, most / width);
  const height = (ascent + descent) * scale;
  const drawn: ContentSvg = {
    svg: sizedSvg(typeset, scale),
    width: width * scale,
    font: familyOf(font),
  };
  const label = number === null ? '' : `(${captionNumber(number)})`;
  const side = (room - width * scale) / 2;
  const text = {
    text: label,
    width: side,
    alignment: 'right' as const,
    margin: [0, Math.max(0, (height - size) / 2), 0, 0] as [number, number, number, number],
    ...(number !== null && { id: number.id }),
  };
  const columns: Column[] = [{ text: '', width: side }, drawn, text];
  return {
    node: { stack: [{ columns }], unbreakable: true },
    ...{ before: TYPE.blockGap, after: TYPE.blockGap },
  };
}
