import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import type { Configuration } from '../../config';
import { DocumentsModule } from '../../documents';
import { likelyTokens } from '../../generation/budget/token-estimate';
import { JobsModule } from '../../jobs/jobs.module';
import { SourcesModule } from '../../sources';
import { type Author, WritingFixture } from '../generation/writing-fixture';
import { OpenAiServer } from '../openai/openai-server';
import type { ScriptedReply, SeenRequest } from '../openai/reply';
import { type TestApp, testApp } from '../test-app';
import { JobFixture } from './job-fixture';
import { startRealWorker } from './real-worker';

/** Seconds of silence after which a model is given up, where none hangs and where many do. */
const SILENCE = { short: 0.6, long: 15 };

/** Enough for a short paper. */
const WORKS = 12;
const SAMPLE = join(__dirname, '../../../../samples/learning-science/library.json');
const LIBRARY = (JSON.parse(readFileSync(SAMPLE, 'utf8')) as object[]).slice(0, WORKS);

/** A document that is being written while its models fail. */
export interface Writing {
  author: Author;
  documentId: string;
  jobId: string;
}

/** One installation: its API, its worker and the server of its models. */
export class FaultLane {
  private constructor(
    private readonly target: TestApp,
    private readonly worker: INestApplicationContext,
    readonly server: OpenAiServer,
    readonly fixture: WritingFixture,
    private readonly jobs: JobFixture,
  ) {}

  /** @param models in the order in which they are asked */
  static async start(models: string, silence: keyof typeof SILENCE): Promise<FaultLane> {
    const server = await OpenAiServer.start();
    const target = await testApp({
      features: { imports: [DocumentsModule, SourcesModule, JobsModule] },
      environment: {
        RATE_LIMIT_DISABLED: 'true',
        OPENAI_BASE_URL: server.baseUrl,
        LLM_MODELS: models,
        LLM_POLISH: 'false',
      },
    });
    const llm = { ...target.config.llm, timeout: SILENCE[silence] };
    const config: Configuration = { ...target.config, llm };
    const worker = await startRealWorker(config);
    const fixture = new WritingFixture(target);
    return new FaultLane(target, worker, server, fixture, new JobFixture(target));
  }

  async stop(): Promise<void> {
    await this.worker.close();
    await this.target.close();
    await this.server.stop();
  }

  async begin(replies: ScriptedReply[]): Promise<Writing> {
    const author = await this.fixture.author();
    const documentId = await this.fixture.document(author, { targetPages: 3 });
    await this.fixture.addSources(author, documentId, LIBRARY);
    await this.server.script(replies, { kind: 'write' });
    const { jobId } = await this.jobs.start({ ...author, sessionId: '' }, documentId);
    return { author, documentId, jobId };
  }

  async resume({ author, jobId }: Writing): Promise<void> {
    await this.server.script([], { kind: 'write' });
    await this.jobs.command({ ...author, sessionId: '' }, jobId, 'resume');
  }

  /** How the job ends, whatever way. */
  ended({ author, jobId }: Writing) {
    const ends = ['completed', 'failed', 'paused'];
    const student = { ...author, sessionId: '' };
    return this.jobs.until(student, jobId, ({ status }) => ends.includes(status));
  }

  async texts({ documentId }: Writing) {
    const sections = await this.jobs.sections(documentId);
    const abstract = await this.jobs.abstract(documentId);
    return { sections, abstract };
  }

  async ledger({ author }: Writing): Promise<{ used: number; reserved: number }> {
    const sql = `select coalesce(sum(used), 0)::int as used, coalesce(sum(reserved), 0)::int as reserved
      from token_usage where user_id = $1`;
    const [row] = await this.fixture.query<{ used: number; reserved: number }>(sql, [
      author.userId,
    ]);
    return row ?? { used: 0, reserved: 0 };
  }
}

/** Tokens of the answers that were served; of those that broke off, what is booked for them. */
export function billed(seen: readonly SeenRequest[]): number {
  return seen.reduce((sum, { messages, billed: tokens = 0, broken }) => {
    if (broken === undefined) return sum + tokens;
    return sum + likelyTokens(messages.map(({ content }) => content).join('') + broken);
  }, 0);
}

/** Rules and task; more is a conversation about an answer. */
const TASK_MESSAGES = 2;

/** What was answered well, each once for each time: `outline`, `section 2`, `abstract`. */
export function answered(seen: readonly SeenRequest[]): string[] {
  return seen.flatMap((asked) => (asked.billed === undefined ? [] : nameOf(asked)));
}

/** What was sent back to be mended: its first answer did not do, so that it may come again. */
export function repaired(seen: readonly SeenRequest[]): string[] {
  return seen.filter(({ messages }) => messages.length > TASK_MESSAGES).flatMap(nameOf);
}

function nameOf({ messages }: SeenRequest): string[] {
  const task = JSON.parse(messages[1]?.content ?? '{}') as {
    kind?: string;
    section?: { number: string };
  };
  return task.kind === undefined ? [] : [`${task.kind} ${task.section?.number ?? ''}`.trim()];
}

/** The longest run of calls to a model without a whole answer. */
export function longestFailure(seen: readonly SeenRequest[], model: string): number {
  let longest = 0;
  let run = 0;
  for (const { billed: tokens } of seen.filter((asked) => asked.model === model)) {
    run = tokens === undefined ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}
