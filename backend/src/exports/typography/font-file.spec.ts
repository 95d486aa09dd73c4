import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSync } from 'fontkit';
import { FontFile } from './font-file';
import { ARIMO, COUSINE, type Faces, TINOS } from './fonts';

const FILES = [TINOS, ARIMO, COUSINE].flatMap((faces: Faces) => Object.values(faces) as string[]);

/** Beyond what any of the fonts knows. */
const CODES = 0x20000;

function fontkitFont(path: string) {
  const font = openSync(path);
  if ('fonts' in font) throw new Error('a collection');
  return font;
}

describe('a font file', () => {
  it.each(FILES)('is read as by fontkit: %s', (path) => {
    const [font, expected] = [new FontFile(path), fontkitFont(path)];
    const { unitsPerEm, ascent, descent, lineGap } = expected;
    expect(font).toMatchObject({ unitsPerEm, ascent, descent, lineGap });
    const known = new Set(expected.characterSet);
    expect(known.size).toBeGreaterThan(1000);
    const codes = Array.from({ length: CODES }, (_, code) => code);
    expect(codes.filter((code) => font.has(code))).toEqual(
      codes.filter((code) => expected.hasGlyphForCodePoint(code)),
    );
    // fontkit reads beyond the end of Cousine for it
    known.delete(0xfeff);
    const widths = [...known].map((code) => expected.glyphForCodePoint(code).advanceWidth);
    expect([...known].map((code) => font.advance(code))).toEqual(widths);
    const lacking = expected.getGlyph(0).advanceWidth;
    expect([0xe000, 0x1f600, 0x10ffff].map((code) => font.advance(code))).toEqual([
      lacking,
      lacking,
      lacking,
    ]);
  });

  it('is refused where it is none', () => {
    const path = join(tmpdir(), `no-font-${String(process.pid)}.ttf`);
    writeFileSync(path, Buffer.alloc(64));
    expect(() => new FontFile(path)).toThrow('The font has no table head');
  });
});
