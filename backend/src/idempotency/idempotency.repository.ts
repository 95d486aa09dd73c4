import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

/** What is repeated of an answer. */
export interface StoredAnswer {
  /** As it was sent; absent when the answer had none. */
  body?: string;
  headers: Record<string, string>;
}

export interface KeyHolder {
  requestHash: Buffer;
  /** Null while the first request is still running. */
  status: number | null;
  answer: StoredAnswer | null;
}

/**
 * A key is free again after a day, or when its request has run for longer than any may: then the
 * process that ran it is gone. The user's other old keys are removed on the way.
 */
const CLAIM = `with expired as (
    delete from idempotency_keys
    where user_id = $1 and key <> $2 and created_at < now() - interval '1 day'
  )
  insert into idempotency_keys as k (user_id, key, request_hash) values ($1, $2, $3)
  on conflict (user_id, key) do update
    set request_hash = excluded.request_hash, status = null, answer = null, created_at = now()
    where k.created_at < now() - interval '1 day'
      or (k.status is null and k.created_at < now() - interval '10 minutes')
  returning key`;

const HOLDER = `select request_hash as "requestHash", status, answer from idempotency_keys
  where user_id = $1 and key = $2`;

const COMPLETE = `update idempotency_keys set status = $3, answer = $4
  where user_id = $1 and key = $2`;

const RELEASE = `delete from idempotency_keys
  where user_id = $1 and key = $2 and status is null`;

@Injectable()
export class IdempotencyRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @returns undefined when the key is now the caller's, else who holds it */
  async claim(userId: string, key: string, requestHash: Buffer): Promise<KeyHolder | undefined> {
    for (;;) {
      const claimed = await this.dataSource.query<unknown[]>(CLAIM, [userId, key, requestHash]);
      if (claimed.length > 0) return undefined;
      const [holder] = await this.dataSource.query<KeyHolder[]>(HOLDER, [userId, key]);
      // released between the two statements: then it can be claimed
      if (holder !== undefined) return holder;
    }
  }

  async complete(userId: string, key: string, status: number, answer: StoredAnswer): Promise<void> {
    await this.dataSource.query(COMPLETE, [userId, key, status, JSON.stringify(answer)]);
  }

  async release(userId: string, key: string): Promise<void> {
    await this.dataSource.query(RELEASE, [userId, key]);
  }
}
