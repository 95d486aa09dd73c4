import { join } from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import Piscina from 'piscina';
import { ProblemException } from '../common';
import type { ExportFormat } from './export-format';
import type { ExportInput } from './model/build-model';
import type { RenderAnswer, RenderTask } from './render.worker';

export interface RenderLimits {
  /** Milliseconds from the request to the file, waiting for a free thread included. */
  deadline: number;
  /** MiB of heap a thread may use; a document of 200 pages needs about 350. */
  memory: number;
}

const LIMITS: RenderLimits = { deadline: 120_000, memory: 1024 };
const IDLE_MS = 60_000;
const MAX_THREADS = 2;
const MAX_WAITING = 20;
const RETRY_SECONDS = 30;

const TOO_MANY = 'Many documents are being exported right now. Try again in half a minute.';
const FAILED =
  'The file could not be made from this document. Try again; if it fails again, export after splitting its longest section.';

function toProblem(error: unknown): ProblemException {
  const { message } = error as Error;
  if (/queue/i.test(message)) {
    return new ProblemException('UNAVAILABLE', TOO_MANY, {
      retryAfter: RETRY_SECONDS,
      cause: error,
    });
  }
  return new ProblemException('EXPORT_FAILED', FAILED, { cause: error });
}

/**
 * Makes export files in worker threads, so that the event loop goes on. Threads start when they
 * are needed and end when idle; one that takes too long or too much memory is ended.
 */
@Injectable()
export class RenderPool implements OnApplicationShutdown {
  private readonly pool: Piscina<RenderTask, RenderAnswer>;

  constructor(
    worker = join(__dirname, 'render.worker.js'),
    private readonly limits = LIMITS,
  ) {
    this.pool = new Piscina<RenderTask, RenderAnswer>({
      filename: worker,
      minThreads: 0,
      maxThreads: MAX_THREADS,
      maxQueue: MAX_WAITING,
      idleTimeout: IDLE_MS,
      resourceLimits: { maxOldGenerationSizeMb: limits.memory },
    });
  }

  /** @throws ProblemException INVALID_CITATION, EXPORT_FAILED, UNAVAILABLE */
  async render(input: ExportInput, format: ExportFormat): Promise<Buffer> {
    const signal = AbortSignal.timeout(this.limits.deadline);
    const answer = await this.pool.run({ input, format }, { signal }).catch((error: unknown) => {
      throw toProblem(error);
    });
    if ('file' in answer) return Buffer.from(answer.file);
    const { code, detail, errors } = answer.problem;
    throw new ProblemException(code, detail, { errors });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.destroy();
  }
}
