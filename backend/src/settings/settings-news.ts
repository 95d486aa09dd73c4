import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { CONFIGURATION, type Configuration } from '../config';
import { connectSubscriber, REDIS } from '../redis';

/** Tells every process that settings have changed. A bell only: what holds is read from PostgreSQL. */
@Injectable()
export class SettingsNews implements OnApplicationShutdown {
  private readonly logger = new Logger(SettingsNews.name);
  private readonly subscriber: Redis;
  private readonly channel: string;

  constructor(
    @Inject(CONFIGURATION) { redisUrl, redisPrefix }: Configuration,
    @Inject(REDIS) private readonly redis: Redis,
  ) {
    this.channel = `${redisPrefix}:settings`;
    this.subscriber = connectSubscriber(redisUrl, { lazyConnect: true });
  }

  listen(onNews: () => unknown): void {
    this.subscriber.on('ready', () => {
      // and for what came while the subscription was away
      this.subscriber.subscribe(this.channel).then(onNews, () => undefined);
    });
    this.subscriber.on('message', onNews);
    this.subscriber.connect().catch(() => undefined);
  }

  /** @returns how many processes were told; 0 as well when Redis is away, and they find out later */
  async publish(): Promise<number> {
    try {
      return await this.redis.publish(this.channel, '');
    } catch {
      this.logger.warn('News of settings was not published.');
      return 0;
    }
  }

  onApplicationShutdown(): void {
    this.subscriber.disconnect();
  }
}
