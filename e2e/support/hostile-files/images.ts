import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import type { HostileFile } from '.';
import { mutated, Random, truncated } from './random';

const EACH = 8;

const svg = (inside: string, attributes = 'width="100" height="100"') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`;

/** What drawings can be made to do: grow, run, load, go round in circles. */
const DRAWINGS: readonly string[] = [
  svg('<script>while(true){}</script><rect width="9" height="9" onload="alert(1)"/>'),
  svg(
    '<image href="file:///etc/passwd" width="9" height="9"/><use href="http://127.0.0.1:1/a#b"/>',
  ),
  svg('<g id="a"><use href="#a"/></g>'),
  svg('<rect width="9" height="9"/>', 'width="1e30" height="1e30"'),
  svg('<rect width="9" height="9"/>', 'width="1" height="99999999"'),
  svg('<g>'.repeat(100_000)),
  svg('<circle r="1"/>'.repeat(100_000)),
  svg(
    `<defs><filter id="f" width="9999" height="9999"><feGaussianBlur stdDeviation="9999"/></filter>
     <pattern id="p" width="0.0001" height="0.0001"><circle r="1"/></pattern></defs>
     <rect width="100" height="100" filter="url(#f)" fill="url(#p)"/>`,
  ),
  // each uses the one before ten times: ten to the tenth circles
  svg(
    Array.from(
      { length: 10 },
      (_, n) => `<g id="g${String(n + 1)}">${`<use href="#g${String(n)}"/>`.repeat(10)}</g>`,
    ).join('') + '<circle id="g0" r="1"/><use href="#g10"/>',
  ),
  svg(`<text font-size="1e9">${'w'.repeat(100_000)}</text>`),
  `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa">]>${svg('<text>&a;</text>')}`,
];

function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  // with a checksum that is wrong, as files have it that were written by hand
  return Buffer.concat([head, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
}

/** Says that it is so large, and holds as good as nothing. */
function declared(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const data = deflateSync(Buffer.alloc(1024 * 1024));
  const magic = Buffer.from('89504e470d0a1a0a', 'hex');
  const chunks = [chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([magic, ...chunks]);
}

const noise = (random: Random) =>
  sharp(random.bytes(64 * 64 * 3), { raw: { width: 64, height: 64, channels: 3 } });

/** Images that are damaged, too large, or try something; the same ones on every run. */
export async function hostileImages(): Promise<HostileFile[]> {
  const random = new Random(7);
  const whole = [await noise(random).png().toBuffer(), await noise(random).jpeg().toBuffer()];
  const damaged = whole.flatMap((content) =>
    Array.from({ length: EACH }, () => [mutated(content, random), truncated(content, random)]),
  );
  const huge = [declared(50_000, 50_000), declared(0, 0), declared(2 ** 31 - 1, 1)];
  const wide = { create: { width: 7000, height: 7000, channels: 4, background: '#123' } } as const;
  const largest = await sharp(wide).png({ compressionLevel: 1 }).toBuffer();
  const polyglot = Buffer.concat([whole[0] ?? largest, Buffer.from('<html><script>alert(1)')]);
  return [
    ...damaged.flat().map((content) => ({ name: 'damaged.png', content })),
    ...[...huge, largest, polyglot].map((content) => ({ name: 'huge.png', content })),
    ...DRAWINGS.map((text) => ({ name: 'drawing.svg', content: Buffer.from(text) })),
  ];
}
