import { readFile } from 'node:fs/promises';
import { UnreadableFile } from './reading';

function encodingOf(data: Uint8Array): string {
  if (data[0] === 0xff && data[1] === 0xfe) return 'utf-16le';
  return data[0] === 0xfe && data[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/**
 * A text file in UTF-8, or in UTF-16 with a byte order mark. Older encodings cannot be told apart
 * with certainty, and a wrong guess would spoil names silently.
 * @throws UnreadableFile
 */
export async function readText(path: string): Promise<string> {
  const data = await readFile(path);
  try {
    return new TextDecoder(encodingOf(data), { fatal: true }).decode(data);
  } catch (error) {
    const reason = 'The text is not in UTF-8. Save or export the file as UTF-8, then add it again.';
    throw new UnreadableFile('NOT_UTF8', reason, { cause: error });
  }
}
