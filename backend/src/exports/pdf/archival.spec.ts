import { decodeXML } from 'entities';
import { englishInput, ukrainianInput } from '../../testing/export-input';
import { readPdf } from '../../testing/export-text';
import { type PdfFile, pdfObjects, pdfString, referred } from '../../testing/pdf-objects';
import { buildModel } from '../model/build-model';
import type { ExportInput } from '../model/export-input';
import { renderPdf } from './render-pdf';

jest.setTimeout(120_000);

const ODD_TEXT = `Signs that no font of ours has, 😀, 👍🏽, ❤️, 学习 and *again 😀*, beside Ωμέγα, ґрунт, x² and \`code 学\`. AАΑ, BВΒ, oоο, iі, ΟO.

A [site](https://example.org/a?b=c&d) and [another](https://example.org/).`;

const odd = (): ExportInput => {
  const section = { id: 's1', number: '1', title: 'R&D <b> 😀', level: 1 as const, writer: null };
  const sections = [{ ...section, content: ODD_TEXT }];
  return englishInput({ title: 'R&D <in> "q" (ü)', author: 'A & B\\', sections });
};

const all = ({ objects }: PdfFile) => [...objects.values()];
const having = (file: PdfFile, pattern: RegExp) =>
  all(file).filter(({ dictionary }) => pattern.test(dictionary));

/** Tables of an embedded TrueType font. */
function tables(font: Buffer): (name: string) => Buffer {
  const count = font.readUInt16BE(4);
  const entries = Array.from({ length: count }, (_, index) => 12 + 16 * index);
  return (name) => {
    const at = entries.find((entry) => font.toString('latin1', entry, entry + 4) === name) ?? 0;
    const start = font.readUInt32BE(at + 8);
    return font.subarray(start, start + font.readUInt32BE(at + 12));
  };
}

/** What the embedded font itself says of the widths of its glyphs, in thousandths. */
function ownWidths(font: Buffer): (glyph: number) => number {
  const table = tables(font);
  const unit = 1000 / table('head').readUInt16BE(18);
  const last = table('hhea').readUInt16BE(34) - 1;
  return (glyph) => table('hmtx').readUInt16BE(4 * Math.min(glyph, last)) * unit;
}

/** The clauses of ISO 19005-2 that a file of ours could break, read back from the file. */
describe.each([
  ['English', englishInput()],
  ['Ukrainian', ukrainianInput()],
  ['odd', odd()],
])('the PDF of a text that is %s, as PDF/A-2b,', (_, input) => {
  const model = buildModel(input);
  let bytes: Buffer;
  let file: PdfFile;
  let catalog: string;
  let contents: string[];

  beforeAll(async () => {
    bytes = await renderPdf(model);
    file = pdfObjects(bytes);
    catalog = referred(file, file.trailer, 'Root').dictionary;
    const pages = having(file, /\/Type \/Page\n/);
    contents = pages.map((page) => {
      return referred(file, page.dictionary, 'Contents').stream?.toString('latin1') ?? '';
    });
  });

  it('6.1: has header, identifier and streams as it has to, and no secrets', () => {
    expect(bytes.subarray(0, 9).toString()).toBe('%PDF-1.7\n');
    expect([...bytes.subarray(9, 14)].map((byte) => byte > 127)).toEqual([
      ...[false, true, true, true, true],
    ]);
    expect(file.trailer).toMatch(/\/ID \[<[0-9a-f]{32}> <[0-9a-f]{32}>\]/);
    expect(file.trailer).not.toContain('/Encrypt');
    const filters = all(file).flatMap(({ dictionary }) => dictionary.match(/\/\w+Decode\b/g) ?? []);
    expect([...new Set(filters)]).toEqual(['/FlateDecode']);
    expect(having(file, /\/FFilter|\/FDecodeParms/)).toEqual([]);
  });

  it('6.2.3, 6.2.4: says which red, green and blue its colours are, and uses no others', () => {
    const intent = referred(file, catalog, 'OutputIntents').dictionary;
    expect(intent).toContain('/S /GTS_PDFA1');
    expect(intent).toContain('/OutputConditionIdentifier (sRGB IEC61966-2.1)');
    const profile = referred(file, intent, 'DestOutputProfile');
    expect(profile.dictionary).toContain('/N 3');
    expect(profile.stream?.toString('latin1', 12, 40)).toMatch(/^mntrRGB XYZ .{12}acsp$/s);
    const spaces = contents.flatMap((content) => content.match(/\/\w+ (?:cs|CS)\b/g) ?? []);
    expect(spaces.filter((space) => !space.startsWith('/DeviceRGB '))).toEqual([]);
    expect(contents.filter((content) => /(?:[\d.]+ ){4}[kK]\n/.test(content))).toEqual([]);
  });

  it('6.2.5, 6.2.10: is opaque, without functions of transfer or halftones', () => {
    for (const { dictionary } of having(file, /\/Type \/ExtGState/)) {
      expect(dictionary.replace(/\s+/g, ' ')).toMatch(/^<< \/Type \/ExtGState( \/(ca|CA) 1)+ >> $/);
    }
    expect(having(file, /\/SMask|\/BM /)).toEqual([]);
  });

  it('6.2.11: embeds every font with its widths and letters', () => {
    const fonts = having(file, /\/Type \/Font\n/);
    const composite = fonts.filter(({ dictionary }) => dictionary.includes('/Type0'));
    expect(fonts.length).toBe(2 * composite.length);
    for (const { dictionary } of composite) {
      expect(dictionary).toContain('/Encoding /Identity-H');
      expect(referred(file, dictionary, 'ToUnicode').stream?.toString()).toContain('beginbfrange');
      const descendant = referred(file, dictionary, 'DescendantFonts').dictionary;
      expect(descendant).toContain('/CIDToGIDMap /Identity');
      const descriptor = referred(file, descendant, 'FontDescriptor').dictionary;
      const font = referred(file, descriptor, 'FontFile2').stream!;
      const [, widths = ''] = /\/W \[0 \[([^\]]*)\]/.exec(descendant) ?? [];
      const own = ownWidths(font);
      for (const [glyph, width] of widths.trim().split(/\s+/).map(Number).entries()) {
        expect(Math.abs(width - own(glyph))).toBeLessThanOrEqual(1);
      }
    }
  });

  it('6.2.11.8: never shows the glyph of a missing sign', () => {
    const shown = contents.flatMap((content) => content.match(/(?<=[[ ])<[0-9a-f]+>/g) ?? []);
    expect(shown.length).toBeGreaterThan(100);
    const glyphs = shown.flatMap((text) => text.slice(1, -1).match(/.{4}/g) ?? []);
    expect(glyphs.filter((glyph) => glyph === '0000')).toEqual([]);
  });

  it('6.3, 6.4, 6.5, 6.8, 6.9: has links that are printed, and nothing that acts or hides', () => {
    for (const { dictionary } of having(file, /\/Type \/Annot\n/)) {
      expect(dictionary).toContain('/Subtype /Link');
      expect(dictionary).toContain('/F 4');
      expect(dictionary).not.toContain('/AP');
    }
    const actions = all(file).flatMap(({ dictionary }) =>
      [...dictionary.matchAll(/\/S \/(\w+)/g)].map(([, kind]) => kind),
    );
    const known = ['GTS_PDFA1', 'GoTo', 'URI'];
    expect(actions.filter((kind) => !known.includes(kind ?? ''))).toEqual([]);
    expect(catalog).not.toMatch(/\/(?:AA|AcroForm|OpenAction|OCProperties|AF)\b/);
    expect(having(file, /\/EmbeddedFiles|\/JavaScript|\/Launch|\/Movie/)).toEqual([]);
  });

  it('6.6: says in XMP what it is, and the same of the document as the dictionary does', () => {
    const metadata = referred(file, catalog, 'Metadata');
    expect(metadata.dictionary).not.toContain('/Filter');
    const xmp = metadata.stream?.toString('utf8') ?? '';
    const value = (name: string) => {
      const [, inner = ''] = new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(xmp) ?? [];
      return decodeXML(inner.replace(/<\/?rdf:[^>]*>/g, '').trim());
    };
    expect([value('pdfaid:part'), value('pdfaid:conformance')]).toEqual(['2', 'B']);
    const info = referred(file, file.trailer, 'Info').dictionary;
    const entry = (name: string) => pdfString(referred(file, info, name).dictionary);
    const date = (text: string) =>
      text.replace(/^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
    expect(entry('Title')).toBe(model.titlePage.title);
    expect(entry('Author')).toBe(model.titlePage.author);
    expect(value('dc:title')).toBe(entry('Title'));
    expect(value('dc:creator')).toBe(entry('Author'));
    expect(value('xmp:CreatorTool')).toBe(entry('Creator'));
    expect(value('pdf:Producer')).toBe(entry('Producer'));
    expect(value('xmp:CreateDate')).toBe(date(entry('CreationDate')));
    expect(value('xmp:ModifyDate')).toBe(date(entry('ModDate')));
  });

  it('claims no tags, for it has none', () => {
    expect(catalog).not.toMatch(/\/(?:MarkInfo|StructTreeRoot)\b/);
  });
});

it('gives signs that no font has to who reads or copies the PDF', async () => {
  const { pages } = await readPdf(await renderPdf(buildModel(odd())));
  const text = pages.join(' ').replace(/\s+/g, '');
  expect(text).toContain(
    'nofontofourshas,😀,👍🏽,❤️,学习andagain😀,besideΩμέγα,ґрунт,x²andcode学.AАΑ,BВΒ,oоο,iі,ΟO.',
  );
});
