import { extname, join } from 'node:path';
import type { SandboxHost } from '../../sandbox';
import type { FileRequest, ReadAnswer, ReadEnd } from './reading';
import { type ReadingPart, ReadingParts } from './reading-parts';

const script = join(__dirname, `reader.child${extname(__filename)}`);

/**
 * Has a file read in a process of its own.
 * @throws SandboxDied
 */
export async function readFile(
  sandboxes: SandboxHost,
  request: FileRequest,
  timeoutMs: number,
): Promise<ReadAnswer> {
  const parts = new ReadingParts();
  const end = await sandboxes.run<ReadingPart, ReadEnd>({ script, request }, timeoutMs, (part) => {
    parts.add(part);
  });
  return 'complete' in end ? { reading: parts.reading } : end;
}
