import { readFileSync } from 'node:fs';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { ARIMO, COUSINE, TINOS } from '../../typography/fonts';
import { damaged, UnreadableImage } from './unreadable-image';
import { MAX_SIDE } from './stored-image';

let ready: Promise<void> | undefined;
let fonts: Uint8Array[] = [];

function start(): Promise<void> {
  ready ??= initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  if (fonts.length === 0) {
    fonts = [TINOS, ARIMO, COUSINE]
      .flatMap(({ normal, bold, italics }) => [normal, bold, italics])
      .map((file) => readFileSync(file));
  }
  return ready;
}

const FAMILIES = {
  defaultFontFamily: 'Arimo',
  sansSerifFamily: 'Arimo',
  serifFamily: 'Tinos',
  monospaceFamily: 'Cousine',
};

function opened(svg: string, options: ConstructorParameters<typeof Resvg>[1]) {
  try {
    return new Resvg(svg, options);
  } catch (error) {
    throw damaged(error);
  }
}

/**
 * A drawing as a PNG on white, its longer side {@link MAX_SIDE}. The renderer is a sandbox of its
 * own: it runs no scripts, and has neither files nor a network to load anything from.
 * @returns its size as drawn, in pixels
 */
export async function rasteriseSvg(
  svg: string,
): Promise<{ data: Uint8Array; width: number; height: number }> {
  await start();
  const { width, height } = opened(svg, {});
  if (!(width > 0 && height > 0) || Math.max(width, height) / Math.min(width, height) > MAX_SIDE) {
    throw new UnreadableImage('The drawing has no size that could be set.');
  }
  const drawing = opened(svg, {
    fitTo: { mode: width >= height ? 'width' : 'height', value: MAX_SIDE },
    background: 'white',
    font: { fontBuffers: fonts, ...FAMILIES },
  });
  try {
    return { data: drawing.render().asPng(), width, height };
  } catch (error) {
    throw damaged(error);
  } finally {
    drawing.free();
  }
}
