import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import type { Redis } from 'ioredis';
import { type Observable, Subject } from 'rxjs';
import { z } from 'zod';
import { CONFIGURATION, type Configuration } from '../../config';
import { connectSubscriber, REDIS } from '../../redis';
import { PrincipalCache, type Revocation } from './principal-cache';

const Message = z.union([z.object({ sessionId: z.uuid() }), z.object({ userId: z.uuid() })]);

/** Tells every replica whose access has ended or changed, so that the next request is refused. */
@Injectable()
export class Revocations implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(Revocations.name);
  private readonly heard = new Subject<Revocation>();
  private readonly subscriber: Redis;
  private readonly channel: string;

  constructor(
    @Inject(CONFIGURATION) { redisUrl, redisPrefix }: Configuration,
    @Inject(REDIS) private readonly redis: Redis,
    private readonly cache: PrincipalCache,
  ) {
    this.channel = `${redisPrefix}:auth:revoked`;
    this.subscriber = connectSubscriber(redisUrl, { lazyConnect: true });
  }

  /** Revocations by any replica, for connections that outlive the request that opened them. */
  get all(): Observable<Revocation> {
    return this.heard.asObservable();
  }

  onModuleInit(): void {
    this.subscriber.on('ready', () => void this.subscribe());
    this.subscriber.on('close', () => {
      this.cache.setListening(false);
    });
    this.subscriber.on('message', (_channel, message) => {
      this.receive(message);
    });
    // the connection is retried for good, and until it stands the cache is merely off
    this.subscriber.connect().catch(() => undefined);
  }

  onApplicationShutdown(): void {
    this.cache.setListening(false);
    this.subscriber.disconnect();
    this.heard.complete();
  }

  /** Takes effect here at once and everywhere else as fast as Redis carries it. */
  async publish(revocation: Revocation): Promise<void> {
    this.cache.forget(revocation);
    this.heard.next(revocation);
    try {
      await this.redis.publish(this.channel, JSON.stringify(revocation));
    } catch {
      // without Redis the other replicas hear nothing and have switched their caches off
      this.logger.warn('A revocation could not be published.');
    }
  }

  private async subscribe(): Promise<void> {
    try {
      await this.subscriber.subscribe(this.channel);
      this.cache.setListening(true);
    } catch {
      this.logger.warn('Revocations cannot be heard; access tokens are not cached.');
    }
  }

  private receive(message: string): void {
    const revocation = Message.safeParse(JSON.parse(message));
    if (!revocation.success) return;
    this.cache.forget(revocation.data);
    this.heard.next(revocation.data);
  }
}
