import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../common';
import type { OutboxTopic } from './outbox-topic';

const ADD = `insert into outbox (id, topic, key, payload, due_at)
  values ($1, $2, $3, $4, now() + $5 * interval '1 second')
  on conflict (topic, key) do nothing`;

/**
 * What has to happen outside the database because of something inside it: written in the
 * transaction of its cause, so that there is never one without the other, and delivered later.
 */
@Injectable()
export class Outbox {
  /**
   * @param key names the cause: the same one again adds nothing
   * @param afterS seconds until it is due
   */
  async add<Payload>(
    manager: EntityManager,
    { name }: OutboxTopic<Payload>,
    key: string,
    payload: Payload,
    afterS = 0,
  ): Promise<void> {
    await manager.query(ADD, [newId(), name, key, JSON.stringify(payload), afterS]);
  }
}
