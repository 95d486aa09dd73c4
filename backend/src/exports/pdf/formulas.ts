import ElementWriter from 'pdfmake/js/ElementWriter';
import type { Inline, Line, Page, Writer } from 'pdfmake/js/layout';
import PdfLine from 'pdfmake/js/Line';
import TextInlines from 'pdfmake/js/TextInlines';
import { sizedSvg, typesetFormula } from '../formula/typeset-formula';

/** A formula in a line of text; lengths in points. */
export interface InlineFormula {
  tex: string;
  svg?: string;
  width?: number;
  ascent?: number;
  descent?: number;
}

/** Gives a piece of text the size of its formula, and its line the room for it. */
function sized(inline: Inline): void {
  const { formula, fontSize = 0, font } = inline;
  if (formula === undefined || font === undefined) return;
  const typeset = typesetFormula(formula.tex, false);
  const { width, ascent, descent } = typeset;
  const own = { width: width * fontSize, ascent: ascent * fontSize, descent: descent * fontSize };
  inline.formula = { ...formula, svg: sizedSvg(typeset, fontSize), ...own };
  const above = (font.ascender / 1000) * fontSize;
  const height = inline.height ?? 0;
  inline.width = own.width;
  inline.height =
    height + Math.max(0, own.ascent - above) + Math.max(0, own.descent - (height - above));
  inline.leadingCut = 0;
  inline.trailingCut = 0;
}

function draw({ inlines, ...line }: Line, baseLine: number, page: Page, font: string): void {
  for (const { formula, x } of inlines) {
    if (formula?.svg === undefined) continue;
    const { svg, width = 0, ascent = 0, descent = 0 } = formula;
    page.items.push({
      type: 'svg',
      item: {
        ...{ svg, font, x: (line.x ?? 0) + x, y: (line.y ?? 0) + baseLine - ascent },
        ...{ _width: width, _height: ascent + descent },
      },
    });
  }
}

/** Gives pdfmake formulas in lines of text: drawn as paths where a piece of text keeps room for them. */
export function installFormulas(font: string): void {
  const { measure } = TextInlines.prototype;
  TextInlines.prototype.measure = function (this: TextInlines, inlines: Inline[], ...rest) {
    const measured = measure.call(this, inlines, ...rest);
    measured.forEach(sized);
    return measured;
  };
  const { getAscenderHeight } = PdfLine.prototype;
  PdfLine.prototype.getAscenderHeight = function (this: Line) {
    const formulas = this.inlines.map(({ formula }) => formula?.ascent ?? 0);
    return Math.max(getAscenderHeight.call(this), ...formulas);
  };
  const { addLine } = ElementWriter.prototype;
  ElementWriter.prototype.addLine = function (this: Writer, line: Line, ...rest) {
    const position = addLine.call(this as ElementWriter, line, ...rest);
    if (position !== false && line.inlines.some(({ formula }) => formula !== undefined)) {
      draw(line, line.getAscenderHeight(), this.context().getCurrentPage(), font);
    }
    return position;
  };
}
