import { extname } from 'node:path';
import { ProblemException } from '../../common';

const MAX_LENGTH = 40;

/** A key out of the name of a file: its letters and digits, small, with hyphens between them. */
function fromName(name: string): string {
  const words = name
    .slice(0, name.length - extname(name).length)
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  return [...words.join('-')].slice(0, MAX_LENGTH).join('').replace(/-$/, '') || 'figure';
}

/**
 * The key of a new image: the wanted one, or one after the name of its file that nothing else has.
 * @throws ProblemException CONFLICT
 */
export function figureKey(
  wanted: string | undefined,
  fileName: string,
  taken: ReadonlySet<string>,
): string {
  if (wanted !== undefined) {
    if (!taken.has(wanted)) return wanted;
    throw new ProblemException('CONFLICT', `Another image of the document has the key ${wanted}.`);
  }
  const base = fromName(fileName);
  let key = base;
  for (let number = 2; taken.has(key); number += 1) key = `${base}-${String(number)}`;
  return key;
}
