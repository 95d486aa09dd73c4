import { fork } from 'node:child_process';
import { extname, join } from 'node:path';
import { OUT_OF_TIME } from './limit-resources';
import { endPoliteness, politeStart } from './politeness';
import type { FileRequest, ReadEnd } from './reading';
import type { ReadingPart } from './reading-parts';

/** What the reader says; after a part it waits until it is told anything. */
export type ReaderMessage = { part: ReadingPart } | { end: ReadEnd };

const MAX_HEAP_MB = 256;

/** How long a reader uses only what time nobody else wants. */
const PATIENCE_MS = 500;

const NEXT = 'next';

const extension = extname(__filename);

const ROOT = join(__dirname, '..', '..', '..', '..');

/** What the reader is made of; with its file it may read nothing else. */
const ITSELF = ['dist', 'node_modules', 'package.json'].map((name) => join(ROOT, name));

/** Run from source (by the tests), the reader needs what reads TypeScript; built, it gets less. */
const flags = (file: string): readonly string[] =>
  extension === '.ts'
    ? ['--import', 'tsx']
    : [
        '--permission',
        '--allow-worker',
        ...[...ITSELF, file].map((path) => `--allow-fs-read=${path}`),
      ];

/** How the reader ended when it gave no answer. */
export class ReaderDied extends Error {
  constructor(
    readonly timedOut: boolean,
    readonly reason: string,
  ) {
    super(`The reader ended without an answer (${reason})`);
  }
}

/**
 * Reads a file in a process of its own: without our environment, without network, without leave to
 * read other files, write, start programs or use more than its share of memory and time.
 * @param take is given the parts of the reading, each when it is done with the one before
 * @throws ReaderDied
 */
export function runReader(
  request: FileRequest,
  timeoutMs: number,
  take: (part: ReadingPart) => Promise<void>,
): Promise<ReadEnd> {
  const child = fork(join(__dirname, `reader.child${extension}`), [], {
    env: {},
    ...politeStart([...flags(request.path), `--max-old-space-size=${String(MAX_HEAP_MB)}`]),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise<ReadEnd>((resolve, reject) => {
    let timedOut = false;
    const deadline = setTimeout(() => {
      timedOut = true;
      child.kill('SIGKILL');
    }, timeoutMs);
    const patience = setTimeout(() => {
      if (child.pid !== undefined) endPoliteness(child.pid);
    }, PATIENCE_MS);
    child.on('message', (message: ReaderMessage) => {
      if ('part' in message) {
        void take(message.part).then(() => child.send(NEXT, () => undefined));
        return;
      }
      resolve(message.end);
      // It leaves only when told to: its last words may still be on the way when it is gone
      child.kill('SIGKILL');
    });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearTimeout(deadline);
      clearTimeout(patience);
      reject(new ReaderDied(timedOut || signal === OUT_OF_TIME, String(signal ?? code)));
    });
    child.send(request, (error) => {
      if (error !== null) child.kill('SIGKILL');
    });
  });
}
