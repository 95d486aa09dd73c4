import { join } from 'node:path';
import { ServerProcess } from '../server-process';
import type { ScriptedReply, SeenRequest } from './reply';
import type { Command } from './server';

/** A running test server, to be told what to answer and asked what it saw. */
export class OpenAiServer {
  private constructor(private readonly process: ServerProcess<Command, { seen: SeenRequest[] }>) {}

  static async start(): Promise<OpenAiServer> {
    return new OpenAiServer(await ServerProcess.start(join(__dirname, 'server.ts')));
  }

  get baseUrl(): string {
    return `http://127.0.0.1:${String(this.process.port)}/v1`;
  }

  /** Forgets what it saw; answers with these in turn, then with `fallback`. */
  async script(replies: ScriptedReply[], fallback?: ScriptedReply): Promise<void> {
    await this.process.ask({ kind: 'script', replies, ...(fallback && { fallback }) });
  }

  async seen(): Promise<SeenRequest[]> {
    return (await this.process.ask({ kind: 'seen' })).seen;
  }

  stop(): Promise<void> {
    return this.process.stop();
  }
}
