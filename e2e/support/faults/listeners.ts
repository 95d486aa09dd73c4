import { join } from 'node:path';
import { ServerProcess } from '../../../backend/src/testing/server-process';
import type { Command, Heard } from './listeners.child';

export type { Heard } from './listeners.child';

/** Many sockets that listen to the progress of documents. */
export class Listeners {
  private constructor(private readonly process: ServerProcess<Command, Heard>) {}

  static async start(): Promise<Listeners> {
    return new Listeners(await ServerProcess.start(join(__dirname, 'listeners.child.ts')));
  }

  /**
   * Opens a socket for each of the documents; resolves when all have been greeted.
   * @param options.reading false for some that take nothing from the network
   */
  async connect(
    documentIds: readonly string[],
    options: { url: string; token: string; reading: boolean },
  ): Promise<void> {
    const url = options.url.replace(/^http/, 'ws');
    await this.process.ask({ kind: 'connect', ...options, url, documentIds: [...documentIds] });
  }

  /** Goes on reading where nothing was read, on another socket where that was closed meanwhile. */
  async read(): Promise<void> {
    await this.process.ask({ kind: 'read' });
  }

  /** What was heard; the delays since the last report. */
  report(): Promise<Heard> {
    return this.process.ask({ kind: 'report' });
  }

  async close(): Promise<void> {
    await this.process.ask({ kind: 'close' });
  }

  stop(): Promise<void> {
    return this.process.stop();
  }
}
