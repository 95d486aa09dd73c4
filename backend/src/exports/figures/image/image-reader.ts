import { extname, join } from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { bulkhead, BulkheadRejectedError } from 'cockatiel';
import { ProblemException } from '../../../common';
import { SandboxDied, SandboxHost } from '../../../sandbox';
import type { ImageEnd, ImagePart, ImageRequest } from './image.child';
import type { StoredImage } from './stored-image';

/** Of the clock, for a machine that gives it hardly any processor time. */
const TIMEOUT_MS = 60_000;
const CONCURRENCY = 1;
const QUEUE = 9;
const RETRY_SECONDS = 15;

const TOO_MANY = 'Many images are being read right now. Try again in a moment.';
const FAILED = 'The image takes too much time or memory to draw. Simplify it, or add it as a PNG.';

const script = join(__dirname, `image.child${extname(__filename)}`);

/** Reads images in processes of their own, which end with whatever an image does to them. */
@Injectable()
export class ImageReader {
  private readonly logger = new Logger(ImageReader.name);
  private readonly limit = bulkhead(CONCURRENCY, QUEUE);

  constructor(private readonly sandboxes: SandboxHost) {}

  /** @throws ProblemException UNREADABLE_FILE, UNAVAILABLE */
  async read(request: ImageRequest): Promise<StoredImage> {
    const parts: ImagePart[] = [];
    const end = await this.endOf(request, (part) => parts.push(part));
    if ('unreadable' in end) throw new ProblemException('UNREADABLE_FILE', end.unreadable);
    return { ...end, data: Buffer.concat(parts) };
  }

  private async endOf(request: ImageRequest, take: (part: ImagePart) => void): Promise<ImageEnd> {
    const task = { script, request, addons: true };
    try {
      return await this.limit.execute(() =>
        this.sandboxes.run<ImagePart, ImageEnd>(task, TIMEOUT_MS, take),
      );
    } catch (error) {
      if (error instanceof BulkheadRejectedError) {
        throw new ProblemException('UNAVAILABLE', TOO_MANY, { retryAfter: RETRY_SECONDS });
      }
      if (!(error instanceof SandboxDied)) throw error;
      this.logger.warn(`An image was not read: ${error.message}`);
      throw new ProblemException('UNREADABLE_FILE', FAILED);
    }
  }
}
