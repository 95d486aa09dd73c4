import { fork } from 'node:child_process';
import { extname, join } from 'node:path';
import { OUT_OF_TIME } from './limit-resources';
import { endPoliteness, politeStart } from './politeness';

/** What a sandboxed process says; after a part it waits until it is told anything. */
export type SandboxMessage<Part, End> = { part: Part } | { end: End };

export interface SandboxTask {
  /**
   * Absolute path of what it runs. It is sent `request`, answers by {@link SandboxMessage}s, and
   * limits its own resources.
   */
  script: string;
  /** The one file that it may read beside the product itself. */
  request: { path: string };
  /** It needs a native library. What that does is out of the permission model's reach. */
  addons?: boolean;
}

const MAX_HEAP_MB = 256;

/** How long such a process uses only what time nobody else wants. */
const PATIENCE_MS = 2000;

const NEXT = 'next';

const ROOT = join(__dirname, '..', '..', '..');

/** What the product is made of. */
const ITSELF = ['dist', 'node_modules', 'package.json'].map((name) => join(ROOT, name));

/** Run from source (by the tests), it needs what reads TypeScript; built, it gets less. */
const flags = ({ script, request, addons = false }: SandboxTask): readonly string[] =>
  extname(script) === '.ts'
    ? ['--import', 'tsx']
    : [
        '--permission',
        '--allow-worker',
        ...(addons ? ['--allow-addons'] : []),
        ...[...ITSELF, request.path].map((path) => `--allow-fs-read=${path}`),
      ];

/** How the process ended when it gave no answer. */
export class SandboxDied extends Error {
  constructor(
    readonly timedOut: boolean,
    readonly reason: string,
  ) {
    super(`The process ended without an answer (${reason})`);
  }
}

/**
 * Works on a stranger's file in a process of its own: without our environment, without network,
 * without leave to read other files, write, start programs or use more than its share of memory and
 * time.
 * @param take is given each part of the answer, when it is done with the one before
 * @throws SandboxDied
 */
export function runSandboxed<Part, End>(
  task: SandboxTask,
  timeoutMs: number,
  take: (part: Part) => Promise<void>,
): Promise<End> {
  const child = fork(task.script, [], {
    env: {},
    ...politeStart([...flags(task), `--max-old-space-size=${String(MAX_HEAP_MB)}`]),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise<End>((resolve, reject) => {
    let timedOut = false;
    const deadline = setTimeout(() => {
      timedOut = true;
      child.kill('SIGKILL');
    }, timeoutMs);
    const patience = setTimeout(() => {
      if (child.pid !== undefined) endPoliteness(child.pid);
    }, PATIENCE_MS);
    child.on('message', (message: SandboxMessage<Part, End>) => {
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
      reject(new SandboxDied(timedOut || signal === OUT_OF_TIME, String(signal ?? code)));
    });
    child.send(task.request, (error) => {
      if (error !== null) child.kill('SIGKILL');
    });
  });
}
