import { extname, join } from 'node:path';
import type { OnApplicationShutdown } from '@nestjs/common';
import Piscina from 'piscina';
import { ProblemException } from '../../common';
import type { Bibliography } from '../dto/bibliography';
import type { BibliographyAnswer, BibliographyTask } from './bibliography.worker';

const extension = extname(__filename);

/** MiB of heap. */
const HEAP = 256;
const IDLE_MS = 60_000;

/**
 * Formats bibliographies in a thread beside the event loop: two hundred works take some tenths of a
 * second.
 */
export class BibliographyFormatter implements OnApplicationShutdown {
  private readonly pool = new Piscina<BibliographyTask, BibliographyAnswer>({
    filename: join(__dirname, `bibliography.worker${extension}`),
    execArgv: extension === '.ts' ? ['--import', 'tsx'] : [],
    minThreads: 0,
    maxThreads: 1,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: HEAP },
  });

  /** @throws ProblemException INVALID_CITATION when a key is no work's */
  async format(task: BibliographyTask): Promise<Bibliography['entries']> {
    const answer = await this.pool.run(task);
    if ('entries' in answer) return answer.entries;
    throw new ProblemException('INVALID_CITATION', answer.invalid);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.destroy();
  }
}
