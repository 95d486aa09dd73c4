import { readFile } from 'node:fs/promises';
import { UnreadableFile } from '../reading';
import { inspect } from './archive/inspect';
import { type ArchivePart, openArchive } from './archive/open-archive';
import { elementsIn, xmlParser } from './archive/parse-xml';
import { DAMAGED } from './archive/refusals';
import { Allowance } from './archive/unpack';
import { unpackText } from './archive/xml-text';
import { type CoreProperties, coreProperties } from './core-properties';
import { type Paragraph, ParagraphCollector } from './paragraph-collector';

const MAIN_TYPE = 'wordprocessingml.document.main+xml';
const USUAL_MAIN = 'word/document.xml';

export interface DocxContent {
  paragraphs: readonly Paragraph[];
  properties: CoreProperties;
}

function textOf(part: ArchivePart | undefined): string {
  let xml = '';
  if (part !== undefined) unpackText(part, new Allowance(), (text) => (xml += text));
  return xml;
}

/** Word names the text document.xml, other programs as they like; always the types say which. */
function mainPart(parts: ReadonlyMap<string, ArchivePart>): ArchivePart {
  const types = elementsIn(textOf(parts.get('[Content_Types].xml')), 'Override');
  const main = types.find(({ ContentType = '' }) => ContentType.endsWith(MAIN_TYPE));
  const name = main?.['PartName']?.replace(/^\//, '') ?? USUAL_MAIN;
  // another ending has not been looked at as XML
  const part = name.endsWith('.xml') ? parts.get(name) : undefined;
  if (part === undefined) throw new UnreadableFile(DAMAGED);
  return part;
}

function paragraphsOf(part: ArchivePart): readonly Paragraph[] {
  const collector = new ParagraphCollector();
  const parser = xmlParser({
    open: (name, attributes) => {
      collector.start(name, attributes);
    },
    text: (text) => {
      collector.text(text);
    },
    close: (name) => {
      collector.end(name);
    },
  });
  unpackText(part, new Allowance(), parser.write);
  parser.end();
  return collector.paragraphs;
}

/**
 * The text of a Word file, read as a stream: libraries for it build a tree of the whole document,
 * which takes 200 MB for 300 pages that were written in one go, and 1 GB for such that were not,
 * since Word cuts edited text into many more elements.
 * @throws UnreadableFile, UnsupportedFile
 */
export async function openDocx(path: string): Promise<DocxContent> {
  const parts = openArchive(await readFile(path));
  inspect(parts);
  const properties = coreProperties(textOf(parts.get('docProps/core.xml')));
  return { paragraphs: paragraphsOf(mainPart(parts)), properties };
}
