import { join } from 'node:path';
import type { OnApplicationShutdown } from '@nestjs/common';
import Piscina from 'piscina';
import { ProblemException } from '../common';
import type { RuleOutcome } from './compliance/outcome';
import type { ExportFormat, FileFormat } from './export-format';
import { exportDuration } from './export-metrics';
import type { ExportInput } from './model/export-input';
import type { RenderAnswer, RenderTask } from './render.worker';

export interface RenderLimits {
  /** Milliseconds from the request to the file, waiting for a free thread included. */
  deadline: number;
  /** MiB of heap a thread may use; a document of 200 pages needs about 150. */
  memory: number;
}

const LIMITS: RenderLimits = { deadline: 120_000, memory: 1024 };
/** MiB for what is new: a quarter of it makes a PDF a twentieth slower, and saves 25 MiB. */
const NURSERY = 48;
const IDLE_MS = 60_000;
const MAX_THREADS = 2;
/** Files being made or waiting for a thread; more would only miss their deadline. */
const MAX_UNDER_WAY = 20;
const RETRY_SECONDS = 30;

const TOO_MANY = 'Many documents are being exported right now. Try again in half a minute.';
const FAILED =
  'The file could not be made from this document. Try again; if it fails again, export after splitting its longest section.';

/**
 * Makes export files in worker threads, so that the event loop goes on. Threads start when they
 * are needed and end when idle; one that takes too long or too much memory is ended.
 */
export class RenderPool implements OnApplicationShutdown {
  private readonly pool: Piscina<RenderTask, RenderAnswer>;
  private underWay = 0;

  constructor(
    worker = join(__dirname, 'render.worker.js'),
    private readonly limits = LIMITS,
  ) {
    this.pool = new Piscina<RenderTask, RenderAnswer>({
      filename: worker,
      minThreads: 0,
      maxThreads: MAX_THREADS,
      idleTimeout: IDLE_MS,
      resourceLimits: { maxOldGenerationSizeMb: limits.memory, maxYoungGenerationSizeMb: NURSERY },
    });
  }

  /** @throws ProblemException INVALID_CITATION, EXPORT_FAILED, UNAVAILABLE */
  async render(input: ExportInput, format: FileFormat): Promise<Buffer> {
    const answer = await this.answer({ input, format });
    if ('file' in answer) return Buffer.from(answer.file);
    throw new ProblemException('EXPORT_FAILED', FAILED);
  }

  /**
   * Has a file read back and held against the rules of its document.
   * @throws ProblemException as {@link render}
   */
  async check(input: ExportInput, format: ExportFormat, file: Buffer): Promise<RuleOutcome[]> {
    const answer = await this.answer({ input, format, check: file });
    if ('outcomes' in answer) return answer.outcomes;
    throw new ProblemException('EXPORT_FAILED', FAILED);
  }

  private async answer(task: RenderTask): Promise<Exclude<RenderAnswer, { problem: unknown }>> {
    if (this.underWay >= MAX_UNDER_WAY) {
      throw new ProblemException('UNAVAILABLE', TOO_MANY, { retryAfter: RETRY_SECONDS });
    }
    this.underWay += 1;
    const stop = exportDuration.startTimer({
      format: task.format,
      work: 'check' in task ? 'check' : 'make',
    });
    let outcome = 'failed';
    try {
      const answer = await this.run(task);
      outcome = 'problem' in answer ? 'refused' : 'made';
      if (!('problem' in answer)) return answer;
      const { code, detail, errors } = answer.problem;
      throw new ProblemException(code, detail, { errors });
    } finally {
      this.underWay -= 1;
      stop({ outcome });
    }
  }

  private async run(task: RenderTask): Promise<RenderAnswer> {
    try {
      return await this.pool.run(task, { signal: AbortSignal.timeout(this.limits.deadline) });
    } catch (error) {
      throw new ProblemException('EXPORT_FAILED', FAILED, { cause: error });
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.destroy();
  }
}
