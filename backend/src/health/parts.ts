import { Inject, Injectable } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { JobQueue } from '../jobs';
import { REDIS } from '../redis';
import { Storage } from '../storage';

/** What the product stands on beside its database, and how each is asked whether it is there. */
@Injectable()
export class Parts {
  constructor(
    private readonly storage: Storage,
    private readonly queue: JobQueue,
    @Inject(REDIS) private readonly redis: Redis,
  ) {}

  /** By name, in the order in which they are told. */
  all(): [name: string, ask: () => Promise<unknown>][] {
    return [
      ['redis', () => this.redis.ping()],
      ['queue', () => this.queue.waiting()],
      ['storage', () => this.storage.check()],
    ];
  }
}
