import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { CONFIGURATION, type Configuration } from '../config';
import { REDIS } from '../redis';

export const newsChannel = ({ redisPrefix }: Configuration): string => `${redisPrefix}:job-news`;

/**
 * Tells every replica that there is news of a document's job. A bell only: what happened is read
 * from PostgreSQL, and a lost bell delays, never loses.
 */
@Injectable()
export class JobNews {
  private readonly logger = new Logger(JobNews.name);
  private readonly channel: string;

  constructor(
    @Inject(REDIS) private readonly redis: Redis,
    @Inject(CONFIGURATION) config: Configuration,
  ) {
    this.channel = newsChannel(config);
  }

  publish(documentId: string): void {
    this.redis.publish(this.channel, documentId).catch((error: unknown) => {
      this.logger.debug({ err: error }, 'News of a job was not published.');
    });
  }
}
