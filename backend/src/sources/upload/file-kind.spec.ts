import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { makeDocx } from '../../testing/make-docx';
import { fileKind } from './file-kind';

let directory: string;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'file-kind-'));
});

afterAll(() => rm(directory, { recursive: true }));

async function kindOf(content: string | Buffer, name: string) {
  const path = join(directory, 'upload');
  await writeFile(path, content);
  return fileKind(path, name);
}

const PDF = '%PDF-1.7\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n';
const EMPTY_ZIP = Buffer.concat([Buffer.from('PK\u0005\u0006', 'latin1'), Buffer.alloc(18)]);
const PART = Buffer.from('<x/>');
const XLSX = Buffer.from(zipSync({ '[Content_Types].xml': PART, 'xl/workbook.xml': PART }));
const BIBTEX = '% my library\n@book{doe2020, title={A title}}';

describe('fileKind', () => {
  it.each([
    [PDF, 'a.pdf', 'pdf'],
    [PDF, 'without-extension', 'pdf'],
    [PDF, 'Notes no. 3', 'pdf'],
    [PDF, 'paper v1.2', 'pdf'],
    [PDF, 'On memory. A review', 'pdf'],
    [`\ufeff\r\n${PDF}`, 'a.pdf', 'pdf'],
    [BIBTEX, 'library.bib', 'bibtex'],
    [BIBTEX, 'library.txt', 'bibtex'],
    ['TY  - BOOK\nER  - \n', 'zotero.ris', 'ris'],
    ['\ufeff[ {"title": "x"}]', 'library.json', 'csl-json'],
    [Buffer.from(`\ufeff${BIBTEX}`, 'utf16le'), 'library.bib', 'bibtex'],
  ])('tells by the content (%#)', async (content, name, kind) => {
    await expect(kindOf(content, name)).resolves.toBe(kind);
  });

  it.each([
    ['a PDF that is BibTeX', BIBTEX, 'a.pdf', 'MISNAMED'],
    ['references that are a PDF', PDF, 'a.bib', 'MISNAMED'],
    ['a PDF that is named a program', PDF, 'a.exe', 'MISNAMED'],
    ['a PDF that is named a script', PDF, 'a.pdf.sh', 'MISNAMED'],
    ['a program', '#!/bin/sh\nrm -rf /\n', 'a.bib', 'PROGRAM'],
    ['a program before a PDF', `#!/bin/sh\n${PDF}`, 'a.pdf', 'PROGRAM'],
    ['an executable', Buffer.from('MZ\u0090\u0000\u0003', 'latin1'), 'a.pdf', 'OTHER_KIND'],
    ['an ELF binary', Buffer.from('7f454c460201010000000000', 'hex'), 'a.json', 'OTHER_KIND'],
    ['an archive', EMPTY_ZIP, 'a.pdf', 'ARCHIVE'],
    ['an archive behind a PDF', Buffer.concat([Buffer.from(PDF), EMPTY_ZIP]), 'a.pdf', 'ARCHIVE'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'a.pdf', 'OTHER_KIND'],
    ['a web page', '<!DOCTYPE html><html>@article{a, title={x}}</html>', 'a.bib', 'WEB_PAGE'],
    ['bytes', Buffer.from([1, 2, 3, 0, 64, 97, 123]), 'a.bib', 'OTHER_KIND'],
    ['prose', 'Dear editor, please find my references attached.', 'a.txt', 'NO_REFERENCES'],
  ])('refuses %s', async (_, content, name, reason) => {
    const code = 'UNSUPPORTED_FILE';
    await expect(kindOf(content, name)).rejects.toMatchObject({ code, reason });
  });

  it.each(['', '  \n\n '])('says that a file is empty (%#)', async (content) => {
    await expect(kindOf(content, 'a.pdf')).rejects.toMatchObject({
      code: 'UNREADABLE_FILE',
      reason: 'EMPTY',
      detail: expect.stringContaining('empty') as unknown,
    });
  });

  describe('a Word file', () => {
    let docx: Buffer;

    beforeAll(async () => {
      docx = await makeDocx(['A text.']);
    });

    it('is known by its parts, under its name or one that says nothing', async () => {
      await expect(kindOf(docx, 'Notes.DOCX')).resolves.toBe('docx');
      await expect(kindOf(docx, 'Notes no. 3')).resolves.toBe('docx');
    });

    it.each([
      ['under another name', () => docx, 'a.pdf'],
      ['named a template with macros', () => docx, 'a.docm'],
      ['behind a PDF', () => Buffer.concat([Buffer.from(PDF), docx]), 'a.docx'],
      ['behind a PDF named so', () => Buffer.concat([Buffer.from(PDF), docx]), 'a.pdf'],
      ['that is a table', () => XLSX, 'a.docx'],
      ['that is an empty archive', () => EMPTY_ZIP, 'a.docx'],
      ['that breaks off, named as nothing', () => docx.subarray(0, 2000), 'notes'],
      ['that is a PDF', () => Buffer.from(PDF), 'a.docx'],
    ])('is refused %s', async (_, make, name) => {
      await expect(kindOf(make(), name)).rejects.toMatchObject({ code: 'UNSUPPORTED_FILE' });
    });

    it.each([
      ['breaks off', 'DAMAGED', () => docx.subarray(0, 2000), /breaks off/],
      [
        'is protected by a password',
        'OLD_WORD',
        () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
        /password/,
      ],
    ])('that %s is named as such', async (_, reason, make, detail) => {
      await expect(kindOf(make(), 'a.docx')).rejects.toMatchObject({
        code: 'UNREADABLE_FILE',
        reason,
        detail: expect.stringMatching(detail) as unknown,
      });
    });
  });
});
