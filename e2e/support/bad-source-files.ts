import { makeDocx } from '../../backend/src/testing/make-docx';
import { makePdf } from '../../backend/src/testing/make-pdf';
import { zipOf } from './hostile-files/disguises';
import { docxOddities, plainDocx } from './hostile-files/docx';
import { pdfOddities, plainPdf } from './hostile-files/pdf';
import type { UploadFile } from './source-files';

export interface BadFile extends UploadFile {
  /** What its owner has to be told: what is wrong, and what to do. */
  says: RegExp;
}

/** Larger ones are refused. */
const LIMIT = 20 * 1024 * 1024;
const PASSWORD = /protected by a password\. Save a copy without one/;
const KINDS =
  /Add a PDF or a Word file \(DOCX\) with text, or references as BibTeX, RIS or CSL-JSON/;

const bad = (name: string, content: Buffer | string, says: RegExp): BadFile => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
  says,
});

const firstOf = (files: readonly Buffer[]): Buffer => files[0] ?? Buffer.alloc(0);

const half = (content: Buffer) => content.subarray(0, content.length / 2);

/** A page with a picture on it and no letter. */
const scanned = () => makePdf([{ canvas: [{ type: 'rect', x: 0, y: 0, w: 400, h: 600 }] }]);

function damaged(pdf: Buffer): Buffer {
  const text = pdf.toString('latin1').replace(/\d+ 0 obj|\/Root|xref/g, 'xxxx');
  return Buffer.from(text, 'latin1');
}

/** Files that cannot be read as what they seem to be. */
async function unreadable(): Promise<BadFile[]> {
  const protectedDocx = docxOddities().at(-1) ?? Buffer.alloc(0);
  return [
    bad('empty.pdf', '', /The file is empty\. .* open it, then save it again/),
    bad('blank.bib', ' \n ', /The file is empty\. Add a PDF/),
    bad('too-large.pdf', Buffer.alloc(LIMIT + 1, 32), /larger than 20 MB\. Split it/),
    bad('locked.pdf', firstOf(pdfOddities()), PASSWORD),
    bad('locked.docx', protectedDocx, PASSWORD),
    bad('cut-off.pdf', half(plainPdf()), /breaks off before its end\. Download it again/),
    bad(
      'cut-off.docx',
      half(plainDocx()),
      /damaged or breaks off before its end\. Open it in Word/,
    ),
    bad('damaged.pdf', damaged(plainPdf()), /damaged\. Open it in a PDF program/),
    bad('scanned.pdf', await scanned(), /looks scanned: .* text recognition/),
    bad('pictures.docx', await makeDocx([]), /no text in the Word file\..* text recognition/),
    bad('old.docx', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /old versions\. Save it as DOCX/),
    bad('bomb.docx', zipOf('word/document.xml', Buffer.alloc(60 * 1024 * 1024)), KINDS),
  ];
}

/** Files of another kind than the ones that are taken, or than their names say. */
const wrongKinds = (): BadFile[] => [
  bad('essay.pdf', 'MZ\u0000\u0001program', /of the type EXE\. Add a PDF/),
  bad('script.bib', '#!/bin/sh\necho\n', /The file is a program\. Add a PDF/),
  bad('photo.jpg', Buffer.from('ffd8ffe000104a464946', 'hex'), /of the type JPG\. Add a PDF/),
  bad('papers.zip', zipOf('paper.pdf', plainPdf()), /is an archive, or carries one\. Add a PDF/),
  bad('page.html', '<!doctype html><html></html>', /This is a web page\. Add a PDF/),
  bad('prose.txt', 'Dear editor, here is my list.', /no references in the file .* Add a PDF/),
  bad('library.pdf', '@book{a, title={A title}}', /is named \.pdf, but its content is BibTeX/),
  bad('picture-of.bib', plainPdf(), /is named \.bib, but its content is PDF\. Add a PDF/),
];

/** References that break off, or say nothing. */
const brokenReferences = (): BadFile[] => [
  bad('broken.bib', '@book{open2001, title={Never closed', /Line 1: open2001 Its closing brace/),
  bad('untitled.bib', '@book{mute2001, year={2001}}', /mute2001 It has no title/),
  bad('broken.ris', 'TY  - BOOK\nAU  - Doe, Jane\nER  - \n', /It has no title/),
  bad('broken.json', '[{"id": "a", "title": "A ti', /not valid JSON; it may be cut off/),
  bad('numbers.json', '[{"id": 1}, {"id": 2}]', /It has no title/),
  bad(
    'latin.bib',
    Buffer.from('@book{a, title={\xdcber Z\xfcge}}', 'latin1'),
    /not in UTF-8\. Save/,
  ),
];

/** One of every kind of file that is refused, with what has to be said of it. */
export const badSourceFiles = async (): Promise<BadFile[]> => [
  ...(await unreadable()),
  ...wrongKinds(),
  ...brokenReferences(),
];

const TITLE = 'On keeping what was read';

/** Files that are as they should be, to go among the others. */
export const goodSourceFiles = (): UploadFile[] => [
  { name: 'good.pdf', mimeType: 'application/pdf', buffer: plainPdf() },
  {
    name: 'good.bib',
    mimeType: 'text/plain',
    buffer: Buffer.from(`@book{good, title={${TITLE}}, author={Doe, Jane}, year={2003}}`),
  },
];
