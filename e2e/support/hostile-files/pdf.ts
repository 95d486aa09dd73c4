import { constants, deflateRawSync, deflateSync } from 'node:zlib';

type Body = string | Buffer;

const SENTENCE = 'Practice at recalling material makes it last longer than reading it once more. ';

/** A stream object's dictionary entries and bytes. */
export function stream(entries: string, bytes: Buffer): Buffer {
  const head = `<<${entries}/Length ${String(bytes.length)}>>\nstream\n`;
  return Buffer.concat([Buffer.from(head), bytes, Buffer.from('\nendstream')]);
}

/** A PDF of these objects, numbered from 1, the first of them its catalog; offsets are right. */
export function pdfOf(bodies: readonly Body[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  let at = 9;
  const offsets = bodies.map((body, index) => {
    const head = Buffer.from(`${String(index + 1)} 0 obj\n`);
    const object = Buffer.concat([head, Buffer.from(body), Buffer.from('\nendobj\n')]);
    parts.push(object);
    at += object.length;
    return at - object.length;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = String(bodies.length + 1);
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}` +
        `trailer\n<</Size ${size}/Root 1 0 R${trailer}>>\nstartxref\n${String(at)}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

const CATALOG = '<</Type/Catalog/Pages 2 0 R>>';
const PAGES = '<</Type/Pages/Kids[3 0 R]/Count 1>>';
const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';

const page = (more = '') =>
  `<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>${more}>>>>`;

const text = (sentences: number) =>
  `BT /F 11 Tf 40 780 Td 14 TL ${`(${SENTENCE}) Tj T* `.repeat(sentences)} ET`;

const withContents = (contents: Body, ...more: Body[]) =>
  pdfOf([CATALOG, PAGES, page('/XObject<</X 6 0 R>>'), contents, FONT, ...more]);

/** An honest one, of one page. */
export const plainPdf = () => withContents(stream('', Buffer.from(text(20))));

const PIECE_MB = 16;

/** So many megabytes of one byte, compressed into a thousandth of that. */
function inflating(megabytes: number, byte: number): Buffer {
  const piece = deflateRawSync(Buffer.alloc(PIECE_MB * 1024 * 1024, byte), {
    finishFlush: constants.Z_SYNC_FLUSH,
  });
  const pieces = Array<Buffer>(megabytes / PIECE_MB).fill(piece);
  return Buffer.concat([Buffer.from('789c', 'hex'), ...pieces, Buffer.from('0300', 'hex')]);
}

/** Small files that are huge once they are unpacked, or as soon as they are drawn. */
export function pdfBombs(): Buffer[] {
  const zeros = inflating(1024, 0);
  const twice = deflateSync(inflating(2048, 0x20));
  const words = deflateSync(Buffer.from(`BT ${'(a) Tj '.repeat(2_000_000)} ET`));
  const cmap = '1 begincodespacerange <0000> <FFFF> endcodespacerange\n'.concat(
    '1 beginbfrange <0000> <FFFF> <0041> endbfrange\n'.repeat(2000),
  );
  const font = '<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 6 0 R>>';
  const manyKids = `<</Type/Pages/Count 5000000/Kids[${'3 0 R '.repeat(100_000)}]>>`;
  return [
    withContents(stream('/Filter/FlateDecode', zeros)),
    withContents(stream('/Filter/FlateDecode', inflating(512, 0x20))),
    withContents(stream('/Filter[/FlateDecode/FlateDecode]', twice)),
    withContents(stream('/Filter/FlateDecode', words)),
    withContents(stream('/Filter/RunLengthDecode', Buffer.alloc(4_000_000, 0x81))),
    withContents(stream('/Filter/LZWDecode', Buffer.alloc(2_000_000, 0x80))),
    pdfOf([
      CATALOG,
      PAGES,
      page(),
      stream('', Buffer.from(text(5))),
      font,
      stream('', Buffer.from(cmap)),
    ]),
    pdfOf([CATALOG, manyKids, page(), stream('', Buffer.from(text(5))), FONT]),
    pdfOf([CATALOG, PAGES, page(), stream('', Buffer.from(text(100_000))), FONT]),
  ];
}

/** A page that is a gigabyte once it is unpacked, and behind it an honest one. */
export function pdfWithEndlessPage(): Buffer {
  const honest = page().replace('/Contents 4 0 R', '/Contents 7 0 R');
  return pdfOf([
    CATALOG,
    '<</Type/Pages/Kids[3 0 R 6 0 R]/Count 2>>',
    page(),
    stream('/Filter/FlateDecode', inflating(1024, 0)),
    FONT,
    honest,
    stream('', Buffer.from(text(20))),
  ]);
}

/** Objects that lead back to themselves, or nest without end. */
export function pdfLoops(): Buffer[] {
  const contents = stream('', Buffer.from(text(10)));
  const draw = stream('', Buffer.from('/X Do '.repeat(10)));
  const form = '/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>';
  const deep = (open: string, close: string) => open.repeat(50_000) + close.repeat(50_000);
  return [
    pdfOf([CATALOG, '<</Type/Pages/Kids[2 0 R]/Count 1>>']),
    pdfOf([
      CATALOG,
      '<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2/Parent 2 0 R>>',
      page(),
      contents,
      FONT,
    ]),
    pdfOf(['1 0 R', PAGES, page(), contents, FONT]),
    pdfOf([CATALOG, PAGES, page(), '4 0 R', FONT]),
    pdfOf([CATALOG, PAGES, page(), '<</Length 4 0 R>>\nstream\nx\nendstream', FONT]),
    pdfOf([CATALOG, PAGES, page(), contents, FONT], '/Prev 9'),
    pdfOf([
      CATALOG,
      PAGES,
      page(),
      contents,
      '<</Type/Font/Subtype/Type0/DescendantFonts[5 0 R]>>',
    ]),
    withContents(draw, stream(form, Buffer.from('/X Do '.repeat(10)))),
    withContents(contents, deep('[', ']')),
    withContents(contents, deep('<</A ', '>>')),
    pdfOf([`<</Type/Catalog/Pages 2 0 R/X ${deep('[', ']')}>>`, PAGES, page(), contents, FONT]),
    withContents(stream('', Buffer.from(deep('q ', 'Q ')))),
    withContents(stream('', Buffer.from(`[${deep('[', ']')}] TJ`))),
    pdfOf([
      '<</Type/Catalog/Pages 2 0 R/Outlines 6 0 R>>',
      PAGES,
      page(),
      contents,
      FONT,
      '<</First 6 0 R/Next 6 0 R>>',
    ]),
  ];
}

/** Files that want a password, or to run something. */
export function pdfOddities(): Buffer[] {
  const contents = stream('', Buffer.from(text(10)));
  const trailers = [
    '/Encrypt<</Filter/Standard/V 1/R 2/O(oooooooooooooooooooooooooooooooo)/U(uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu)/P -4>>/ID[(a)(a)]',
    '/Encrypt<</Filter/Standard/V 5/R 6/Length 256>>',
    '/Encrypt<</Filter/Unknown/V 99>>',
    '/Encrypt 1 0 R',
    '/Size 99999999999',
    '/Root 99 0 R',
  ];
  const actions = [
    '/OpenAction<</S/JavaScript/JS(while(true){})>>',
    '/OpenAction<</S/Launch/F(calc.exe)>>',
    '/AA<</WC<</S/URI/URI(http://127.0.0.1:1/)>>>>',
    '/AcroForm<</XFA(<xdp>)>>',
  ];
  const bodies = (catalog: string) => [catalog, PAGES, page(), contents, FONT];
  return [
    ...trailers.map((trailer) => pdfOf(bodies(CATALOG), trailer)),
    ...actions.map((action) => pdfOf(bodies(`<</Type/Catalog/Pages 2 0 R${action}>>`))),
  ];
}
