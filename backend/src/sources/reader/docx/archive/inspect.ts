import { UnreadableFile, UnsupportedFile } from '../../reading';
import type { ArchivePart } from './open-archive';
import { elementsIn } from './parse-xml';
import { Allowance, unpack } from './unpack';
import { unpackText } from './xml-text';

const XML = /\.(?:xml|rels|vml|svg)$/i;
const RELATIONSHIPS = /\.rels$/i;
const TYPES = '[Content_Types].xml';
const MACRO_PART = /(?:^|\/)vba(?:Project|Data)[^/]*$/i;
const MACRO_TYPE = /macroEnabled|vbaProject/i;
const HYPERLINK = /\/hyperlink$/i;
/** Of content types and relationships, which Word keeps within some kilobytes. */
const MAX_INDEX = 1024 * 1024;

const DECLARATION = /<!(?:DOCTYPE|ENTITY)/i;
const LONGEST = '<!DOCTYPE'.length;

const DTD = 'The Word file declares entities of its own, which Word never does. Save it anew.';
const MACROS = 'The Word file carries macros, which are programs.';
const INDEX = 'The Word file has too many parts or links to be read. Save it anew from Word.';
const EXTERNAL =
  'The Word file takes in something from outside itself, such as a template or a linked picture. ' +
  'Embed it or break the link, then save it and add it again.';

/** Looks for declarations, also those that two pieces share. */
function dtdGuard(): (text: string) => void {
  let end = '';
  return (text) => {
    const joined = end + text;
    if (DECLARATION.test(joined)) throw new UnreadableFile('DAMAGED', DTD);
    end = joined.slice(1 - LONGEST);
  };
}

function indexText(part: ArchivePart, allowance: Allowance): string {
  let xml = '';
  const guard = dtdGuard();
  unpackText(part, allowance, (text) => {
    guard(text);
    xml += text;
    if (xml.length > MAX_INDEX) throw new UnreadableFile('TOO_MANY_PARTS', INDEX);
  });
  return xml;
}

function assertSelfContained(relationships: string): void {
  for (const { Type = '', TargetMode = '' } of elementsIn(relationships, 'Relationship')) {
    if (TargetMode.trim().toLowerCase() !== 'external' || HYPERLINK.test(Type.trim())) continue;
    throw new UnreadableFile('TAKES_IN_OTHERS', EXTERNAL);
  }
}

function assertNoMacros(types: string): void {
  const all = [...elementsIn(types, 'Override'), ...elementsIn(types, 'Default')];
  if (all.some(({ ContentType = '' }) => MACRO_TYPE.test(ContentType))) {
    throw new UnsupportedFile('MACROS', MACROS);
  }
}

/**
 * Unpacks all of an archive once, keeping nothing, before any of its text is read.
 * @throws UnreadableFile, UnsupportedFile
 */
export function inspect(parts: ReadonlyMap<string, ArchivePart>): void {
  if ([...parts.keys()].some((name) => MACRO_PART.test(name)))
    throw new UnsupportedFile('MACROS', MACROS);
  const allowance = new Allowance();
  for (const part of parts.values()) {
    if (!XML.test(part.name)) unpack(part, allowance, () => undefined);
    else if (part.name === TYPES) assertNoMacros(indexText(part, allowance));
    else if (RELATIONSHIPS.test(part.name)) assertSelfContained(indexText(part, allowance));
    else unpackText(part, allowance, dtdGuard());
  }
}
