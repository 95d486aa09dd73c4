import { extname, join } from 'node:path';
import { Logger, type OnApplicationShutdown } from '@nestjs/common';
import Piscina from 'piscina';
import { ProblemException } from '../../../common';
import type { Ranking, RankingThread, RankTask } from './ranking.worker';

const extension = extname(__filename);

/** MiB of heap, for terms and what a build needs beside; postings are outside of it. */
const HEAP = 1024;
const INDEX_BYTES = 256 * 1024 * 1024;
/** Indexes that nobody has asked for this long are dropped with their thread. */
const IDLE_MS = 15 * 60_000;
/** Searches and builds that take turns in the thread. */
const UNDER_WAY = 64;

/**
 * Ranks passages in one thread beside the event loop, which keeps the indexes of the documents
 * searched last and reads those of others from the database. When the thread dies, another starts.
 */
export class PassageRanker implements OnApplicationShutdown {
  private readonly logger = new Logger(PassageRanker.name);
  protected readonly pool: Piscina<RankTask, Ranking | null>;

  /** @param memory bytes that indexes may take; a larger one is kept alone */
  constructor(databaseUrl: string, memory = INDEX_BYTES) {
    this.pool = new Piscina<RankTask, Ranking | null>({
      filename: join(__dirname, `ranking.worker${extension}`),
      workerData: { databaseUrl, memory } satisfies RankingThread,
      execArgv: extension === '.ts' ? ['--import', 'tsx'] : [],
      minThreads: 0,
      maxThreads: 1,
      concurrentTasksPerWorker: UNDER_WAY,
      idleTimeout: IDLE_MS,
      resourceLimits: { maxOldGenerationSizeMb: HEAP },
    });
  }

  /**
   * The best passages, as of the given revision of the document's sources or of a later one; null
   * when there is no such document.
   * @throws ProblemException UNAVAILABLE when the database cannot be read or the thread dies: an
   *   error of another thread comes without its code, so that nobody else could tell
   */
  async rank(task: RankTask): Promise<Ranking | null> {
    try {
      return await this.pool.run(task);
    } catch (error) {
      this.logger.warn({ err: error }, 'Passages could not be ranked, and that is tried again.');
      return this.pool.run(task).catch(unavailable);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.destroy();
  }
}

function unavailable(cause: unknown): never {
  const detail = 'Passages cannot be searched for a moment. Nothing was lost; try again.';
  throw new ProblemException('UNAVAILABLE', detail, { retryAfter: 5, cause });
}
