import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { ScriptedReply, SeenRequest } from './reply';
import type { Command } from './server';

/** A running test server, to be told what to answer and asked what it saw. */
export class OpenAiServer {
  private constructor(
    private readonly child: ChildProcess,
    readonly baseUrl: string,
  ) {}

  static async start(): Promise<OpenAiServer> {
    const transpile = join(__dirname, '..', 'jobs', 'transpile.cjs');
    const child = fork(join(__dirname, 'server.ts'), { execArgv: ['--require', transpile] });
    const [{ port }] = (await once(child, 'message')) as [{ port: number }];
    return new OpenAiServer(child, `http://127.0.0.1:${String(port)}/v1`);
  }

  /** Forgets what it saw; answers with these in turn, then with `fallback`. */
  async script(replies: ScriptedReply[], fallback?: ScriptedReply): Promise<void> {
    await this.ask({ kind: 'script', replies, ...(fallback && { fallback }) });
  }

  async seen(): Promise<SeenRequest[]> {
    return this.ask({ kind: 'seen' });
  }

  async stop(): Promise<void> {
    const exit = once(this.child, 'exit');
    this.child.disconnect();
    await exit;
  }

  private async ask(command: Command): Promise<SeenRequest[]> {
    const answer = once(this.child, 'message');
    this.child.send(command);
    const [{ seen }] = (await answer) as [{ seen: SeenRequest[] }];
    return seen;
  }
}
