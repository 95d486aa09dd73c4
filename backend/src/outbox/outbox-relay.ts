import { setTimeout as delay } from 'node:timers/promises';
import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { OutboxHandlers } from './outbox-handlers';
import type { OutboxMessage } from './outbox-topic';
import { OutboxRepository } from './outbox.repository';

const LOOK_MS = 2_000;
const AT_ONCE = 5;
const DRAIN_MS = 5_000;

/** Enough to see what is wrong. */
const MAX_ERROR_LENGTH = 500;

/** Brings messages out, any number of relays beside each other. */
@Injectable()
export class OutboxRelay implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(OutboxRelay.name);
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private round = Promise.resolve();

  constructor(
    private readonly repository: OutboxRepository,
    private readonly handlers: OutboxHandlers,
  ) {}

  onApplicationBootstrap(): void {
    this.repeat();
  }

  /** What has been taken is delivered before the process ends, or comes back later. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await Promise.race([this.round, delay(DRAIN_MS, undefined, { ref: false })]);
  }

  /** Delivers all that is due; yields how many were taken. */
  async relay(): Promise<number> {
    let taken = 0;
    let messages: OutboxMessage[];
    do {
      messages = await this.repository.take(this.handlers.topics, AT_ONCE);
      taken += messages.length;
      await Promise.all(messages.map((message) => this.deliver(message)));
    } while (messages.length === AT_ONCE && !this.stopped);
    return taken;
  }

  private repeat(): void {
    this.round = this.lookAround().then(() => {
      if (!this.stopped) this.timer = setTimeout(() => this.repeat(), LOOK_MS);
    });
  }

  private async lookAround(): Promise<void> {
    try {
      await this.relay();
    } catch (error) {
      this.logger.warn({ err: error }, 'The outbox could not be looked into.');
    }
  }

  private async deliver(message: OutboxMessage): Promise<void> {
    const { id, topic, attempts } = message;
    try {
      await this.handlers.deliver(message);
    } catch (error) {
      const reason = describe(error);
      const again = await this.repository.markFailed(message, reason);
      const text = `Outbox message ${id} (${topic}), attempt ${String(attempts)}: ${reason}`;
      return again ? this.logger.warn(text) : this.logger.error(`${text}; given up`);
    }
    await this.repository.markDelivered(message);
  }
}

const describe = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, MAX_ERROR_LENGTH);
