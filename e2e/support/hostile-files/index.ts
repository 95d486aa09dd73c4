import { ODD_NAMES, polyglots, programs, zipBombs } from './disguises';
import { docxBombs, docxOddities, plainDocx } from './docx';
import { pdfBombs, pdfLoops, pdfOddities, plainPdf } from './pdf';
import { mutated, Random, truncated } from './random';
import {
  hostileBibtex,
  hostileJson,
  hostileRis,
  hostileXml,
  PLAIN_BIBTEX,
  PLAIN_RIS,
} from './references';

export interface HostileFile {
  name: string;
  content: Buffer;
}

const EXTENSIONS = ['pdf', 'bib', 'ris', 'json', 'txt', 'docx', 'PDF', 'bib.pdf', 'exe'];
const SEED = 20_261_126;
export const HOSTILE_FILES = 500;

const named = (name: string, contents: readonly (Buffer | string)[]): HostileFile[] =>
  contents.map((content) => ({ name, content: Buffer.from(content) }));

const times = (count: number, make: () => Buffer) => Array.from({ length: count }, make);

/** Files of one kind under the names of all the others. */
const misnamed = (contents: readonly (Buffer | string)[]): HostileFile[] =>
  contents.map((content, index) => ({
    name: `report.${EXTENSIONS[index % EXTENSIONS.length] ?? 'pdf'}`,
    content: Buffer.from(content),
  }));

/** Text with bytes in it that belong into none. */
function withBytes(text: string, random: Random): Buffer {
  const at = random.below(text.length);
  const bytes = [Buffer.alloc(1), Buffer.from('fffe', 'hex'), random.bytes(20)][random.below(3)];
  const parts = [
    Buffer.from(text.slice(0, at)),
    bytes ?? Buffer.alloc(1),
    Buffer.from(text.slice(at)),
  ];
  return Buffer.concat(parts);
}

/** 500 files that nobody means well with; the same on every run. */
export function hostileFiles(): HostileFile[] {
  const random = new Random(SEED);
  const pdf = plainPdf();
  const docx = plainDocx();
  const bibtex = Buffer.from(PLAIN_BIBTEX);
  const files = [
    ...named('report.pdf', [...pdfBombs(), ...pdfLoops(), ...pdfOddities()]),
    ...named(
      'report.pdf',
      times(24, () => mutated(pdf, random)),
    ),
    ...named(
      'report.pdf',
      times(10, () => truncated(pdf, random)),
    ),
    ...named('report.docx', [...docxBombs(), ...docxOddities()]),
    ...named(
      'report.docx',
      times(16, () => mutated(docx, random)),
    ),
    ...named(
      'report.docx',
      times(8, () => truncated(docx, random)),
    ),
    ...named('library.bib', hostileBibtex()),
    ...named('library.ris', hostileRis()),
    ...named('library.json', hostileJson()),
    ...named(
      'library.bib',
      times(8, () => mutated(bibtex, random)),
    ),
    ...named(
      'library.bib',
      times(8, () => truncated(bibtex, random)),
    ),
    ...misnamed(times(20, () => withBytes(PLAIN_BIBTEX, random))),
    ...misnamed(times(15, () => withBytes(PLAIN_RIS, random))),
    ...misnamed([...hostileXml(), ...hostileXml(), ...zipBombs(), ...zipBombs()]),
    ...EXTENSIONS.slice(0, 3).flatMap((extension) => named(`report.${extension}`, programs())),
    ...misnamed(polyglots(pdf, PLAIN_BIBTEX)),
    ...misnamed(Array.from(EXTENSIONS, () => pdf)),
    ...misnamed(Array.from(EXTENSIONS, () => docx)),
    ...misnamed(['', ' ', '\u0000', '\ufeff', '{', '@', '%PDF-', 'TY']),
    // of these the name is the point, which becomes the title of a PDF
    ...ODD_NAMES.map((name, index) => ({
      name,
      content: index % 3 === 0 ? pdf : Buffer.from('Prose.'),
    })),
  ];
  const rest = misnamed(times(HOSTILE_FILES - files.length, () => random.bytes(1000)));
  return [...files, ...rest];
}
