import PDFDocument from 'pdfmake/js/PDFDocument';
import type { DocumentInfo } from 'pdfmake/js/layout';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

const inXml = (text: string): string => text.replace(/[&<>]/g, (sign) => ENTITIES[sign] ?? sign);

/** To the second, as dates of the information dictionary are. */
const date = (when: Date): string => `${when.toISOString().slice(0, 19)}Z`;

const titled = (title: string): string =>
  `<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${inXml(title)}</rdf:li></rdf:Alt></dc:title>`;

const created = (author: string): string =>
  `<dc:creator><rdf:Seq><rdf:li>${inXml(author)}</rdf:li></rdf:Seq></dc:creator>`;

/** The information dictionary over again as XMP (ISO 16684-1), value for value. */
function xmp(info: DocumentInfo): string {
  const { Title: title, Author: author } = info;
  return `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:format>application/pdf</dc:format>
${title === undefined ? '' : titled(title)}${author === undefined ? '' : created(author)}
<xmp:CreateDate>${date(info.CreationDate)}</xmp:CreateDate>
<xmp:ModifyDate>${date(info.ModDate)}</xmp:ModifyDate>
<xmp:CreatorTool>${inXml(info.Creator)}</xmp:CreatorTool>
<pdf:Producer>${inXml(info.Producer)}</pdf:Producer>
</rdf:Description>`;
}

/**
 * What pdfmake is told to write: a file for keeping, every font in it, colours defined, nothing from
 * outside (ISO 19005-2, level B). Level A, which asks for tags, is not claimed: there are none.
 */
export const ARCHIVAL = 'PDF/A-2b';

/**
 * pdfkit puts titles into XMP as they are, so that one with an ampersand makes it unreadable, and
 * leaves out the date of the last change, which the standard wants wherever the other has it.
 */
export function installMetadata(): void {
  PDFDocument.prototype._addInfo = function (this: PDFDocument): void {
    this.appendXML(xmp(this.info));
  };
}
