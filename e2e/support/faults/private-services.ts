import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ServerProcess } from '../../../backend/src/testing/server-process';

type Name = 'postgres' | 'redis';

type Command = { kind: 'start'; name: Name } | { kind: 'end'; name: Name; signal: NodeJS.Signals };

/** A server of the suite's own. Its address stays the same when it is started again. */
export class PrivateService {
  private constructor(
    private readonly process: ServerProcess<Command, { url: string }>,
    private readonly name: Name,
    readonly url: string,
  ) {}

  static async start(name: Name): Promise<PrivateService> {
    const directory = mkdtempSync(join(tmpdir(), 'tesigo-faults-'));
    // PostgreSQL runs under an account of its own, which has to pass
    chmodSync(directory, 0o711);
    const script = join(__dirname, 'private-services.child.mjs');
    const child = await ServerProcess.start<Command, { url: string }>(script, [directory]);
    const { url } = await child.ask({ kind: 'start', name });
    return new PrivateService(child, name, url);
  }

  /** Ends the server by a signal: SIGQUIT is an immediate shutdown of PostgreSQL. */
  async end(signal: NodeJS.Signals): Promise<void> {
    await this.process.ask({ kind: 'end', name: this.name, signal });
  }

  async startAgain(): Promise<void> {
    await this.process.ask({ kind: 'start', name: this.name });
  }

  /** Ends the server, if it runs, and removes its files. */
  stop(): Promise<void> {
    return this.process.stop();
  }
}
