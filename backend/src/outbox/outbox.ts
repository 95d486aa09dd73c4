import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../common';
import type { OutboxTopic } from './outbox-topic';

const ADD = `insert into outbox (id, topic, key, payload) values ($1, $2, $3, $4)
  on conflict (topic, key) do nothing`;

/**
 * What has to happen outside the database because of something inside it: written in the
 * transaction of its cause, so that there is never one without the other, and delivered later.
 */
@Injectable()
export class Outbox {
  /** @param key names the cause: the same one again adds nothing */
  async add<Payload>(
    manager: EntityManager,
    { name }: OutboxTopic<Payload>,
    key: string,
    payload: Payload,
  ): Promise<void> {
    await manager.query(ADD, [newId(), name, key, JSON.stringify(payload)]);
  }
}
