import { strToU8, zipSync } from 'fflate';
import { withParts } from '../../../backend/src/testing/make-docx';

const SENTENCE = 'Practice at recalling material makes it last longer than reading it once more. ';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'word/document.xml';
const TYPES = '[Content_Types].xml';
const LINKS = 'word/_rels/document.xml.rels';

const types = (main: string) =>
  `<Types><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`;

const relationships = (type: string, target: string, mode: string) =>
  `<Relationships><Relationship Id="r1" Type="${OFFICE}/${type}" Target="${target}" ` +
  `TargetMode="${mode}"/></Relationships>`;

const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

const body = (content: string) =>
  `<w:document xmlns:w="${WORD}"><w:body>${content}</w:body></w:document>`;

const PLAIN_TYPE =
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** An honest one. */
export const plainDocx = (): Buffer =>
  Buffer.from(
    zipSync({
      [TYPES]: strToU8(types(PLAIN_TYPE)),
      '_rels/.rels': strToU8(relationships('officeDocument', MAIN, 'Internal')),
      [MAIN]: strToU8(body(paragraph(SENTENCE.repeat(20)))),
    }),
  );

/** Small files that are huge once they are unpacked, or as soon as they are read. */
export function docxBombs(): Buffer[] {
  const plain = plainDocx();
  const zeros = new Uint8Array(52 * 1024 * 1024);
  const parts = Object.fromEntries(
    Array.from({ length: 20_000 }, (_, index) => [`word/${String(index)}.xml`, '']),
  );
  return [
    withParts(plain, { [MAIN]: zeros }),
    withParts(plain, { 'word/media/picture.png': zeros }),
    withParts(plain, { 'docProps/core.xml': zeros }),
    withParts(plain, { [LINKS]: zeros }),
    withParts(plain, { [MAIN]: body(paragraph(SENTENCE).repeat(100_000)) }),
    withParts(plain, { [MAIN]: body(paragraph('').repeat(1_000_000)) }),
    withParts(plain, { [MAIN]: body('<w:p>'.repeat(1_000_000)) }),
    withParts(plain, { [MAIN]: `<w:document ${'a="b" '.repeat(2_000_000)}>` }),
    withParts(plain, { [MAIN]: `<w:document a="${'b'.repeat(20_000_000)}` }),
    withParts(plain, { [MAIN]: body(paragraph('&#x41;'.repeat(2_000_000))) }),
    withParts(plain, { [MAIN]: body(paragraph('a'.repeat(3_000_000))) }),
    withParts(plain, { [MAIN]: body(paragraph('&'.repeat(3_000_000))) }),
    withParts(plain, parts),
  ];
}

const DTD = '<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/passwd">]>';

/** Files that reach out, or run something. */
export function docxOddities(): Buffer[] {
  const plain = plainDocx();
  const outside = ['image', 'attachedTemplate', 'oleObject', 'frame', 'subDocument'].map((type) =>
    withParts(plain, { [LINKS]: relationships(type, 'http://127.0.0.1:1/x', 'External') }),
  );
  const macros = 'application/vnd.ms-word.document.macroEnabled.main+xml';
  return [
    ...outside,
    withParts(plain, { [LINKS]: relationships('image', 'file:///etc/passwd', 'External') }),
    withParts(plain, { [MAIN]: DTD + body(paragraph('&a;')) }),
    withParts(plain, { [MAIN]: Buffer.from(`\ufeff${DTD}<x/>`, 'utf16le') }),
    withParts(plain, { 'docProps/core.xml': `${DTD}<x>&a;</x>` }),
    withParts(plain, { 'word/vbaProject.bin': 'a program' }),
    withParts(plain, { [TYPES]: types(macros) }),
    withParts(plain, { [MAIN]: null }),
    withParts(plain, { [MAIN]: '' }),
    withParts(plain, { '../../../../tmp/escaped': 'x', __proto__x: 'x', constructor: 'x' }),
    Buffer.concat([plain, plain]),
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(2000, 7)]),
    encrypted(plain),
  ];
}

/** With the flag that says so, on every part (APPNOTE 4.4.4). */
function encrypted(docx: Buffer): Buffer {
  const copy = Buffer.from(docx);
  const mark = Buffer.from('PK\u0001\u0002', 'latin1');
  for (let at = copy.indexOf(mark); at !== -1; at = copy.indexOf(mark, at + 1)) {
    copy.writeUInt16LE(1, at + 8);
  }
  return copy;
}
