import {
  Document,
  type IPropertiesOptions,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
} from 'docx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

/** A Word file as a program writes it, a paragraph an element unless it is one already. */
export function makeDocx(
  content: readonly (string | Paragraph)[],
  properties: Omit<IPropertiesOptions, 'sections'> = {},
): Promise<Buffer> {
  const children = content.map((one) => (typeof one === 'string' ? new Paragraph(one) : one));
  return Packer.toBuffer(new Document({ ...properties, sections: [{ children }] }));
}

/** A Word file that holds one table of these rows. */
export function makeDocxTable(rows: readonly (readonly string[])[]): Promise<Buffer> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] });
  const table = new Table({ rows: rows.map((row) => new TableRow({ children: row.map(cell) })) });
  return Packer.toBuffer(new Document({ sections: [{ children: [table] }] }));
}

/** The same file with other parts: added, changed by a function of their text, or left out (null). */
export function withParts(
  file: Uint8Array,
  changes: Record<string, string | Uint8Array<ArrayBuffer> | null | ((text: string) => string)>,
): Buffer {
  const parts = unzipSync(file);
  for (const [name, change] of Object.entries(changes)) {
    const old = parts[name] ?? new Uint8Array();
    const changed = typeof change === 'function' ? change(strFromU8(old)) : change;
    if (changed === null) Reflect.deleteProperty(parts, name);
    else parts[name] = typeof changed === 'string' ? strToU8(changed) : changed;
  }
  return Buffer.from(zipSync(parts, { level: 1 }));
}

/** The same file whose main text has these elements at its end, as Word would write them. */
export const withBody = (file: Uint8Array, elements: string): Buffer =>
  withParts(file, {
    'word/document.xml': (xml) => xml.replace(/(?=<w:sectPr)/, () => elements),
  });
