import { join } from 'node:path';
import type { OnApplicationShutdown } from '@nestjs/common';
import Piscina from 'piscina';
import { ProblemException } from '../../../common';
import type { ImageAnswer, ImageTask } from './image.worker';
import type { StoredImage } from './stored-image';

/** Milliseconds from the request on, waiting included. */
const DEADLINE = 30_000;
const IDLE_MS = 30_000;
/** MiB of heap; pixels lie outside it and are bounded by their number. */
const MEMORY = 256;
const MAX_UNDER_WAY = 10;
const RETRY_SECONDS = 15;

const TOO_MANY = 'Many images are being read right now. Try again in a moment.';
const FAILED = 'The image takes too much time or memory to draw. Simplify it, or add it as a PNG.';

/** Reads images in a thread of their own, which ends with whatever an image does to it. */
export class ImagePool implements OnApplicationShutdown {
  private readonly pool: Piscina<ImageTask, ImageAnswer>;
  private underWay = 0;

  constructor(
    worker = join(__dirname, 'image.worker.js'),
    private readonly deadline = DEADLINE,
  ) {
    this.pool = new Piscina<ImageTask, ImageAnswer>({
      filename: worker,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: IDLE_MS,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    });
  }

  /** @throws ProblemException UNREADABLE_FILE, UNAVAILABLE */
  async normalise(task: ImageTask): Promise<StoredImage> {
    if (this.underWay >= MAX_UNDER_WAY) {
      throw new ProblemException('UNAVAILABLE', TOO_MANY, { retryAfter: RETRY_SECONDS });
    }
    this.underWay += 1;
    const answer = await this.run(task).finally(() => (this.underWay -= 1));
    if ('image' in answer) return answer.image;
    throw new ProblemException('UNREADABLE_FILE', answer.unreadable);
  }

  private async run(task: ImageTask): Promise<ImageAnswer> {
    try {
      return await this.pool.run(task, { signal: AbortSignal.timeout(this.deadline) });
    } catch (error) {
      throw new ProblemException('UNREADABLE_FILE', FAILED, { cause: error });
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool.destroy();
  }
}
