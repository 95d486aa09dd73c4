import { createRequire } from 'node:module';
import type * as LiteAdaptor from 'mathjax-full/js/adaptors/liteAdaptor.js';
import type * as Html from 'mathjax-full/js/handlers/html.js';
import type * as Tex from 'mathjax-full/js/input/tex.js';
import type * as MathJax from 'mathjax-full/js/mathjax.js';
import type * as Svg from 'mathjax-full/js/output/svg.js';

/** A formula as paths, without a size of its own; lengths in ems, above and below the base line. */
export interface TypesetFormula {
  svg: string;
  width: number;
  ascent: number;
  descent: number;
}

/** Loaded when the first formula comes: most documents have none. */
const load = createRequire(__filename);

/** No package that loads others, defines macros or writes HTML. */
const PACKAGES = ['base', 'ams'];

function startMathJax(): (tex: string, display: boolean) => string {
  const { mathjax } = load('mathjax-full/js/mathjax.js') as typeof MathJax;
  const { TeX } = load('mathjax-full/js/input/tex.js') as typeof Tex;
  const { SVG } = load('mathjax-full/js/output/svg.js') as typeof Svg;
  const { liteAdaptor } = load('mathjax-full/js/adaptors/liteAdaptor.js') as typeof LiteAdaptor;
  const { RegisterHTMLHandler } = load('mathjax-full/js/handlers/html.js') as typeof Html;
  load('mathjax-full/js/input/tex/base/BaseConfiguration.js');
  load('mathjax-full/js/input/tex/ams/AmsConfiguration.js');
  const adaptor = liteAdaptor();
  RegisterHTMLHandler(adaptor);
  const refuse = (_: unknown, error: Error): never => {
    throw error;
  };
  const document = mathjax.document('', {
    InputJax: new TeX({ packages: PACKAGES, formatError: refuse }),
    OutputJax: new SVG({ fontCache: 'none' }),
  });
  type Element = Parameters<typeof adaptor.innerHTML>[0];
  return (tex, display) => adaptor.innerHTML(document.convert(tex, { display }) as Element);
}

let mathJax: ReturnType<typeof startMathJax> | undefined;

const UNITS_PER_EM = 1000;

const ROOT_SIZE = /(?<=^<svg[^>]*) (?:style|width|height)="[^"]*"/g;

const VIEW_BOX = /viewBox="(-?[\d.]+) (-?[\d.]+) ([\d.]+) ([\d.]+)"/;

/** @throws Error for what is no TeX */
export function typesetFormula(tex: string, display: boolean): TypesetFormula {
  mathJax ??= startMathJax();
  const drawn = mathJax(tex, display);
  const svg = drawn.slice(drawn.indexOf('<svg'), drawn.lastIndexOf('</svg>') + '</svg>'.length);
  const [, , top = '', width = '', height = ''] = VIEW_BOX.exec(svg) ?? [];
  const ascent = -Number(top) / UNITS_PER_EM;
  const size = { width: Number(width) / UNITS_PER_EM, height: Number(height) / UNITS_PER_EM };
  if (!(size.width > 0 && size.height > 0)) throw new Error('The formula is empty');
  return {
    svg: svg.replace(ROOT_SIZE, '').replaceAll('currentColor', 'black'),
    ...{ width: size.width, ascent, descent: size.height - ascent },
  };
}

/** The same with a size, in points. */
export function sizedSvg({ svg, width, ascent, descent }: TypesetFormula, scale: number): string {
  const size = `width="${String(width * scale)}" height="${String((ascent + descent) * scale)}"`;
  return svg.replace('<svg', `<svg ${size}`);
}
