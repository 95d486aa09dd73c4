import type { PdfBytes } from '../../ui/pdf-viewer/open-pdf';

const WORDS = 'BT /F 24 Tf 60 320 Td (A page of a file.) Tj ET';
const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';

/** The smallest PDF that shows words; readers mend the table that it lacks. */
const SAMPLE = `%PDF-1.7
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 400]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>> endobj
4 0 obj <</Length ${String(WORDS.length)}>>
stream
${WORDS}
endstream endobj
5 0 obj ${FONT} endobj
trailer <</Root 1 0 R/Size 6>>
%%EOF
`;

const bytes = new TextEncoder().encode(SAMPLE);

export const SAMPLE_PDF: PdfBytes = {
  size: bytes.length,
  read: (start, end) => Promise.resolve(bytes.slice(start, end).buffer),
};
