import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Faults, SeenRequest } from './reply';
import type { Command } from './server';

/** The running test services, to be told what is wrong with them and asked what they saw. */
export class ProviderServer {
  private constructor(
    private readonly child: ChildProcess,
    private readonly origin: string,
  ) {}

  static async start(): Promise<ProviderServer> {
    const transpile = join(__dirname, '..', 'jobs', 'transpile.cjs');
    const child = fork(join(__dirname, 'server.ts'), { execArgv: ['--require', transpile] });
    const [{ port }] = (await once(child, 'message')) as [{ port: number }];
    return new ProviderServer(child, `http://127.0.0.1:${String(port)}`);
  }

  /** Variables that lead a system here, with all four services in their usual order. */
  get environment(): Record<string, string> {
    return {
      SOURCE_PROVIDERS: 'semantic_scholar,openalex,crossref,arxiv',
      SEMANTIC_SCHOLAR_BASE_URL: `${this.origin}/semantic_scholar`,
      OPENALEX_BASE_URL: `${this.origin}/openalex`,
      CROSSREF_BASE_URL: `${this.origin}/crossref`,
      ARXIV_BASE_URL: `${this.origin}/arxiv`,
    };
  }

  /** Forgets what it saw; these faults, and no others, from now on. */
  async fail(faults: Faults): Promise<void> {
    await this.ask({ kind: 'faults', faults });
  }

  seen(): Promise<SeenRequest[]> {
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
