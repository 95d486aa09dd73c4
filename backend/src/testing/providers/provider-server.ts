import { join } from 'node:path';
import { ServerProcess } from '../server-process';
import type { Faults, SeenRequest } from './reply';
import type { Command } from './server';

/** The running test services, to be told what is wrong with them and asked what they saw. */
export class ProviderServer {
  private constructor(private readonly process: ServerProcess<Command, { seen: SeenRequest[] }>) {}

  static async start(): Promise<ProviderServer> {
    return new ProviderServer(await ServerProcess.start(join(__dirname, 'server.ts')));
  }

  /** Variables that lead a system here, with all four services in their usual order. */
  get environment(): Record<string, string> {
    const origin = `http://127.0.0.1:${String(this.process.port)}`;
    return {
      SOURCE_PROVIDERS: 'semantic_scholar,openalex,crossref,arxiv',
      SEMANTIC_SCHOLAR_BASE_URL: `${origin}/semantic_scholar`,
      OPENALEX_BASE_URL: `${origin}/openalex`,
      CROSSREF_BASE_URL: `${origin}/crossref`,
      ARXIV_BASE_URL: `${origin}/arxiv`,
    };
  }

  /** Forgets what it saw; these faults, and no others, from now on. */
  async fail(faults: Faults): Promise<void> {
    await this.process.ask({ kind: 'faults', faults });
  }

  async seen(): Promise<SeenRequest[]> {
    return (await this.process.ask({ kind: 'seen' })).seen;
  }

  stop(): Promise<void> {
    return this.process.stop();
  }
}
