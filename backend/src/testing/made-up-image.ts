import { crc32, deflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Eight bits for each of red, green and blue. */
const DEPTH_AND_COLOURS = [8, 2, 0, 0, 0];
const BARS = 24;
/** One pixel of so many is a little off, as in images that were drawn softly or scanned. */
const GRAIN = 16;

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length);
  named.copy(framed, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}

/** Rows of pixels, each after the number of its filter, which is none. */
function pixels(width: number, height: number, random: () => number): Uint8Array {
  const row = 1 + width * 3;
  const rows = new Uint8Array(row * height).fill(250);
  const tops = Array.from({ length: BARS }, () => random() * height);
  for (let y = 0; y < height; y += 1) {
    rows[y * row] = 0;
    for (const [bar, top] of tops.entries()) {
      const from = y * row + 1 + Math.round((bar * width) / BARS) * 3;
      if (y > top) rows.fill(110, from, from + Math.round((0.7 * width) / BARS) * 3);
    }
    for (let x = 0; x < width; x += GRAIN) rows[y * row + 1 + x * 3] = 100 + random() * 20;
  }
  return rows;
}

/**
 * A made-up chart of bars.
 * @param random numbers from 0 to below 1
 * @returns a PNG
 */
export function madeUpChart(width: number, height: number, random: () => number): Uint8Array {
  const header = Buffer.alloc(8);
  header.writeUInt32BE(width);
  header.writeUInt32BE(height, 4);
  return new Uint8Array(
    Buffer.concat([
      SIGNATURE,
      chunk('IHDR', Buffer.concat([header, Buffer.from(DEPTH_AND_COLOURS)])),
      chunk('IDAT', deflateSync(pixels(width, height, random))),
      chunk('IEND', new Uint8Array()),
    ]),
  );
}
