import { join } from 'node:path';
import { ServerProcess } from '../../../backend/src/testing/server-process';
import type { Command, ModelCall } from './writing-model.child';

/** A model server of known pace that keeps a log of every call. */
export class WritingModel {
  private constructor(private readonly process: ServerProcess<Command, { calls: ModelCall[] }>) {}

  /** @param paceMs from a call to its answer */
  static async start(paceMs: number): Promise<WritingModel> {
    const script = join(__dirname, 'writing-model.child.ts');
    return new WritingModel(await ServerProcess.start(script, [String(paceMs)]));
  }

  get url(): string {
    return `http://127.0.0.1:${String(this.process.port)}/v1`;
  }

  /** Calls since the last time they were forgotten. */
  async calls(): Promise<ModelCall[]> {
    return (await this.process.ask({ kind: 'calls' })).calls;
  }

  async forget(): Promise<void> {
    await this.process.ask({ kind: 'forget' });
  }

  /** Resolves when so many calls have come in; ask nothing else meanwhile. */
  async reached(calls: number): Promise<void> {
    await this.process.ask({ kind: 'reached', calls });
  }

  /** Has answers come word by word over so long, as real ones do. */
  async stream(ms: number): Promise<void> {
    await this.process.ask({ kind: 'stream', ms });
  }

  stop(): Promise<void> {
    return this.process.stop();
  }
}
