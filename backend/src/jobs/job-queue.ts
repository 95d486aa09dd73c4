import { BullModule, InjectQueue } from '@nestjs/bull';
import { Injectable, Logger } from '@nestjs/common';
import type { Queue } from 'bull';
import { newId } from '../common';
import { CONFIGURATION, type Configuration } from '../config';

export const JOB_QUEUE = 'jobs';

const MAX_RECONNECT_DELAY_MS = 1000;

/** What a ring carries: the job that caused it, for those who look into the queue. */
export interface Ring {
  jobId: string;
}

/**
 * Bull only rings the bell: there is work, and PostgreSQL says which job's turn it is. A ring may get
 * lost, come twice or be handed to a second worker: the claim sorts it out.
 */
export const JobQueueModule = BullModule.registerQueueAsync({
  name: JOB_QUEUE,
  inject: [CONFIGURATION],
  useFactory: (config: Configuration) => ({
    url: config.redisUrl,
    prefix: config.redisPrefix,
    redis: {
      // Bull reads host, port, database and password from the address, but not its scheme
      ...(config.redisUrl.startsWith('rediss:') && { tls: {} }),
      // Bull's own pauses grow to 20 s
      retryStrategy: (attempt: number) => Math.min(attempt * 50, MAX_RECONNECT_DELAY_MS),
      // Longer than Bull lets Redis wait for a ring (5 s); a connection as silent as that is dead
      socketTimeout: 15_000,
      // A process that ends waits for its connections this long at most
      disconnectTimeout: 300,
    },
    settings: {
      maxStalledCount: 10,
      lockDuration: 60_000,
      stalledInterval: 30_000,
      // After Redis was away or has forgotten what it was doing
      retryProcessDelay: 1_000,
    },
    defaultJobOptions: { attempts: 1, removeOnComplete: 10, removeOnFail: 10 },
  }),
});

@Injectable()
export class JobQueue {
  private readonly logger = new Logger(JobQueue.name);

  constructor(@InjectQueue(JOB_QUEUE) private readonly queue: Queue<Ring>) {}

  /** Has rings answered, so many at a time, for as long as the process lives. */
  answer(atOnce: number, onRing: () => Promise<void>): void {
    // never settles but to say that Redis was away, which Bull itself mends
    this.queue.process(atOnce, () => onRing()).catch(() => undefined);
  }

  /**
   * Calls for a worker, without waiting for Redis: workers look for forgotten jobs by themselves.
   * Always under a new id, since Bull silently ignores one that it has seen.
   */
  ring(jobId: string): void {
    this.queue.add({ jobId }, { jobId: newId() }).catch((error: unknown) => {
      this.logger.warn({ err: error }, 'No worker could be called, one will find the job later.');
    });
  }

  /** Rings that no worker has taken yet. */
  waiting(): Promise<number> {
    return this.queue.getWaitingCount();
  }

  /** Processes that listen for rings, of all installations on this Redis with the same prefix. */
  async workers(): Promise<number> {
    return (await this.queue.getWorkers()).length;
  }

  /** Takes no more rings, at once. */
  async stop(): Promise<void> {
    await this.queue.pause(true, true);
  }
}
