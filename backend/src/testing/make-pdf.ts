import { dirname, join } from 'node:path';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';

const tinos = (file: string) =>
  join(dirname(require.resolve('@expo-google-fonts/tinos/package.json')), file);

/** A real PDF with Latin and Cyrillic letters, one paragraph an array element unless said otherwise. */
export function makePdf(
  content: TDocumentDefinitions['content'],
  options: Partial<TDocumentDefinitions> = {},
): Promise<Buffer> {
  const regular = tinos('400Regular/Tinos_400Regular.ttf');
  const bold = tinos('700Bold/Tinos_700Bold.ttf');
  pdfmake.setFonts({
    Tinos: { normal: regular, bold, italics: regular, bolditalics: bold },
  });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  const document = { pageSize: 'A4', defaultStyle: { font: 'Tinos', fontSize: 11 } } as const;
  return pdfmake.createPdf({ ...document, ...options, content }).getBuffer();
}
