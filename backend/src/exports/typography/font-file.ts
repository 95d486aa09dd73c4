import { readFileSync } from 'node:fs';

/** Of a table's record in the directory of a font: its tag, and where the table begins. */
const RECORD = { first: 12, size: 16, offset: 8 };

/** The format of a map of the first 65,536 characters; ours have it, and no other. */
const SEGMENTS = 4;

type GlyphMap = (code: number) => number;

/**
 * What an OpenType font says of its characters and their sizes. fontkit, which knows all of a font, takes a
 * thirtieth of an export to be loaded.
 * @see ISO/IEC 14496-22, its tables `head`, `hhea`, `hmtx` and `cmap`
 */
export class FontFile {
  readonly unitsPerEm: number;
  /** In units, as are all sizes; what is below the line of writing is below zero. */
  readonly ascent: number;
  readonly descent: number;
  readonly lineGap: number;
  private readonly bytes: Buffer;
  private readonly tables = new Map<string, number>();
  private readonly widths: { start: number; count: number };
  private readonly glyphOf: GlyphMap;

  /** @throws Error for a file that is no font, or has no map of Unicode's characters */
  constructor(path: string) {
    this.bytes = readFileSync(path);
    const count = this.bytes.readUInt16BE(4);
    for (let index = 0; index < count; index += 1) {
      const at = RECORD.first + index * RECORD.size;
      const tag = this.bytes.toString('latin1', at, at + 4);
      this.tables.set(tag, this.bytes.readUInt32BE(at + RECORD.offset));
    }
    this.unitsPerEm = this.bytes.readUInt16BE(this.table('head') + 18);
    const heights = this.table('hhea');
    this.ascent = this.bytes.readInt16BE(heights + 4);
    this.descent = this.bytes.readInt16BE(heights + 6);
    this.lineGap = this.bytes.readInt16BE(heights + 8);
    this.widths = { start: this.table('hmtx'), count: this.bytes.readUInt16BE(heights + 34) };
    this.glyphOf = this.glyphMap();
  }

  has(code: number): boolean {
    return this.glyphOf(code) !== 0;
  }

  /** How far a character moves the next one; of one that the font lacks, its box. */
  advance(code: number): number {
    const { start, count } = this.widths;
    // the last one counts for all glyphs that follow
    const entry = Math.min(this.glyphOf(code), count - 1);
    return this.bytes.readUInt16BE(start + entry * 4);
  }

  private table(tag: string): number {
    const at = this.tables.get(tag);
    if (at === undefined) throw new Error(`The font has no table ${tag}`);
    return at;
  }

  private glyphMap(): GlyphMap {
    const start = this.table('cmap');
    const count = this.bytes.readUInt16BE(start + 2);
    const maps = Array.from(
      { length: count },
      (_, index) => start + this.bytes.readUInt32BE(start + 8 + index * 8),
    );
    const map = maps.find((at) => this.bytes.readUInt16BE(at) === SEGMENTS);
    if (map === undefined) throw new Error('The font has no map of characters by segments');
    return this.bySegments(map);
  }

  private bySegments(map: number): GlyphMap {
    const { bytes } = this;
    const size = bytes.readUInt16BE(map + 6);
    const [ends, starts] = [map + 14, map + 16 + size];
    const [deltas, offsets] = [starts + size, starts + 2 * size];
    return (code) => {
      const index = firstWhere(size / 2, (one) => bytes.readUInt16BE(ends + one * 2) >= code);
      if (index === size / 2) return 0;
      const first = bytes.readUInt16BE(starts + index * 2);
      if (code < first) return 0;
      const delta = bytes.readUInt16BE(deltas + index * 2);
      const offset = bytes.readUInt16BE(offsets + index * 2);
      if (offset === 0) return (code + delta) & 0xffff;
      const glyph = bytes.readUInt16BE(offsets + index * 2 + offset + (code - first) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    };
  }
}

/** The first of so many entries for which it holds, and for all that follow; their number for none. */
function firstWhere(count: number, holds: (index: number) => boolean): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
