import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { CONFIGURATION, type Configuration } from '../../config';
import { connectSubscriber } from '../../redis';
import { newsChannel } from '../job-news';
import { JobLogRepository } from './job-log.repository';
import { DocumentWatch } from './document-watch';
import type { ProgressClient } from './progress-client';

/** How often lost news is looked for, for all documents in one query. */
const LOOK_MS = 5_000;

/** Brings the news of jobs to the listeners of this replica: one subscription for all of them. */
@Injectable()
export class ProgressHub implements OnApplicationShutdown {
  private readonly logger = new Logger(ProgressHub.name);
  private readonly watches = new Map<string, DocumentWatch>();
  private subscriber: Redis | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly jobs: JobLogRepository,
    @Inject(CONFIGURATION) private readonly config: Configuration,
  ) {}

  /** Greets a listener, tells it what happened after `afterSeq`, and keeps it up to date. */
  async join(client: ProgressClient, afterSeq: number): Promise<void> {
    this.listen();
    const nothing = { knownId: null, afterSeq: 0, limit: 0 };
    client.greet(await this.jobs.latest(client.documentId, nothing), afterSeq);
    if (!client.open) return;
    const watch = this.watches.get(client.documentId) ?? this.watch(client.documentId);
    watch.clients.add(client);
    await watch.catchUp();
  }

  leave(client: ProgressClient): void {
    const watch = this.watches.get(client.documentId);
    if (!watch?.clients.delete(client) || watch.clients.size > 0) return;
    this.watches.delete(client.documentId);
  }

  /** Tells the listeners of a document what they have not been told. */
  refresh(documentId: string): void {
    this.watches.get(documentId)?.catchUp().catch(this.report);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
    this.subscriber?.disconnect();
  }

  private watch(documentId: string): DocumentWatch {
    const watch = new DocumentWatch(documentId, this.jobs);
    this.watches.set(documentId, watch);
    return watch;
  }

  /** A process without listeners needs no subscription. */
  private listen(): void {
    if (this.subscriber !== undefined) return;
    const channel = newsChannel(this.config);
    const subscriber = connectSubscriber(this.config.redisUrl);
    this.subscriber = subscriber;
    subscriber.on('message', (_channel: string, documentId: string) => this.refresh(documentId));
    subscriber.on('ready', () => {
      // What came while the subscription was away
      subscriber
        .subscribe(channel)
        .then(() => this.lookForNews())
        .catch(this.report);
    });
    this.timer = setInterval(() => void this.lookForNews().catch(this.report), LOOK_MS);
  }

  private async lookForNews(): Promise<void> {
    if (this.watches.size === 0) return;
    for (const { documentId, jobId, lastSeq } of await this.jobs.heads([...this.watches.keys()])) {
      if (!this.watches.get(documentId)?.knows(jobId, lastSeq)) this.refresh(documentId);
    }
  }

  private readonly report = (error: unknown): void => {
    this.logger.warn({ err: error }, 'Progress of jobs is delayed.');
  };
}
