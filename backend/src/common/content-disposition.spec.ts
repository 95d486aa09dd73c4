import { parse } from 'content-disposition';
import fc from 'fast-check';
import { contentDisposition } from './content-disposition';

const nameOf = (title: string) => parse(contentDisposition(title, 'pdf')).parameters['filename'];

describe('contentDisposition', () => {
  it.each([
    ['How to study', 'attachment; filename="How to study.pdf"'],
    ['a/b\\c: "d"', 'attachment; filename="a b c d.pdf"'],
    ['../../etc/passwd', 'attachment; filename="etc passwd.pdf"'],
    ['line\r\nSet-Cookie: x=1', 'attachment; filename="line Set-Cookie x=1.pdf"'],
    ['...', 'attachment; filename=document.pdf'],
  ])('names the file of %j', (title, header) => {
    expect(contentDisposition(title, 'pdf')).toBe(header);
  });

  it('gives names beyond ASCII twice', () => {
    expect(contentDisposition('Über das Gedächtnis', 'docx')).toMatch(
      /^attachment; filename="Uber das Gedachtnis\.docx"; filename\*=UTF-8''/,
    );
    expect(contentDisposition('Навчання', 'pdf')).toMatch(
      /filename=document\.pdf; filename\*=UTF-8''/,
    );
    expect(nameOf('Навчання')).toBe('Навчання.pdf');
  });

  it('writes a safe header for any title', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 500 }), (title) => {
        expect(contentDisposition(title, 'pdf')).toMatch(/^[\x20-\x7e]+$/);
        const name = nameOf(title) ?? '';
        expect(name).toMatch(/^[^/\\.\p{Cc}][^/\\\p{Cc}]*\.pdf$/u);
      }),
    );
  });
});
