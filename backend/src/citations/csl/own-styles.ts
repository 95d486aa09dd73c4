import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import CSL, { type XmlNode } from 'citeproc';

/** Styles that the CSL repository does not have, written by us as CSL 1.0.2. */
const FOLDER = join(__dirname, 'styles');

/** Undefined when the style is not one of ours. */
export function ownStyle(id: string): XmlNode | undefined {
  const file = join(FOLDER, `${id}.csl`);
  return existsSync(file) ? CSL.parseXml(readFileSync(file, 'utf8')) : undefined;
}
