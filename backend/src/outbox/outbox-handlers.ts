import { Injectable } from '@nestjs/common';
import type { OutboxMessage, OutboxTopic } from './outbox-topic';

type Deliver = (message: OutboxMessage) => Promise<void>;

/** Who delivers which messages in this process. */
@Injectable()
export class OutboxHandlers {
  private readonly byTopic = new Map<string, Deliver>();

  /**
   * Has messages of a topic delivered by `handle`: at least once, so that it has to bear a second
   * time. It throws when the message is to be tried again.
   * @throws Error when the topic has a handler already
   */
  register<Payload>(
    { name, payload }: OutboxTopic<Payload>,
    handle: (payload: Payload, id: string) => Promise<void>,
  ): void {
    if (this.byTopic.has(name)) throw new Error(`Two handlers for outbox messages '${name}'`);
    this.byTopic.set(name, (message) => handle(payload.parse(message.payload), message.id));
  }

  /** Messages of other topics are left to processes that know them, as during an upgrade. */
  get topics(): string[] {
    return [...this.byTopic.keys()];
  }

  async deliver(message: OutboxMessage): Promise<void> {
    const deliver = this.byTopic.get(message.topic);
    if (deliver === undefined) throw new Error(`No handler for '${message.topic}'`);
    await deliver(message);
  }
}
