const LINE = 90;

const escaped = (text: string): string => text.replace(/[\\()]/g, (character) => `\\${character}`);

function linesOf(text: string): string[] {
  return text.match(new RegExp(`.{1,${String(LINE)}}(?:\\s|$)`, 'g')) ?? [];
}

/** Sets a page's text in lines from its upper left corner (ISO 32000, 9.4). */
function content(text: string): string {
  const lines = linesOf(text).map((line) => `(${escaped(line.trimEnd())}) Tj T*`);
  const stream = `BT /F1 10 Tf 50 790 Td 12 TL\n${lines.join('\n')}\nET`;
  return `<</Length ${String(stream.length)}>>\nstream\n${stream}\nendstream`;
}

/** A PDF of many pages of ASCII text, which pdfmake would take minutes for. */
export function makeLongPdf(pages: readonly string[]): Buffer {
  const kids = pages.map((_, index) => `${String(4 + index * 2)} 0 R`);
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${String(pages.length)}/Kids[${kids.join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>',
    ...pages.flatMap((text, index) => [
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>' +
        `/Contents ${String(5 + index * 2)} 0 R>>`,
      content(text),
    ]),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${String(index + 1)} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const size = String(objects.length + 1);
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer\n<</Root 1 0 R/Size ${size}>>\nstartxref\n${String(file.length)}\n%%EOF\n`;
  return Buffer.from(file + table + trailer, 'latin1');
}
