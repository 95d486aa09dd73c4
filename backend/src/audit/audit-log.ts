import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { inBatches, type Order, type PageQuery } from '../common';
import type { AuditAction, AuditEvent } from './audit-event';

/** An event as it stands in the trail. */
export interface AuditEntry {
  id: string;
  at: Date;
  action: AuditAction;
  actorId: string | null;
  subjectId: string | null;
  address: string | null;
  requestId: string | null;
  details: NonNullable<AuditEvent['details']>;
}

export interface AuditFilter {
  action?: AuditAction | undefined;
  actorId?: string | undefined;
  subjectId?: string | undefined;
  /** ISO 8601; the first moment, and the first one after the last. */
  from?: string | undefined;
  to?: string | undefined;
  order?: Order | undefined;
}

const MATCHING = `from audit_events where ($1::text is null or action = $1)
  and ($2::uuid is null or actor_id = $2) and ($3::uuid is null or subject_id = $3)
  and ($4::timestamptz is null or at >= $4) and ($5::timestamptz is null or at < $5)`;

const ENTRIES = `select id, at, action, actor_id as "actorId", subject_id as "subjectId", address,
    request_id as "requestId", details ${MATCHING}`;

const LIST: Record<Order, string> = {
  asc: `${ENTRIES} order by id limit $6 offset $7`,
  desc: `${ENTRIES} order by id desc limit $6 offset $7`,
};

const BATCH: Record<Order, string> = {
  asc: `${ENTRIES} and ($6::uuid is null or id > $6) order by id limit $7`,
  desc: `${ENTRIES} and ($6::uuid is null or id < $6) order by id desc limit $7`,
};

const COUNT = `select count(*)::int as total ${MATCHING}`;

const valuesOf = ({ action, actorId, subjectId, from, to }: AuditFilter) =>
  [action, actorId, subjectId, from, to].map((value) => value ?? null);

/** The trail as admins read it. */
@Injectable()
export class AuditLog {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Matching entries, the newest first unless it is asked otherwise. */
  async list(filter: AuditFilter, { page, perPage }: PageQuery) {
    const matching = valuesOf(filter);
    const window = [perPage, (page - 1) * perPage];
    const [items, [count]] = await Promise.all([
      this.dataSource.query<AuditEntry[]>(LIST[filter.order ?? 'desc'], [...matching, ...window]),
      this.dataSource.query<{ total: number }[]>(COUNT, matching),
    ]);
    return { items, total: count?.total ?? 0 };
  }
  /** All matching entries, by and by. */
  all(filter: AuditFilter): AsyncGenerator<AuditEntry[]> {
    const sql = BATCH[filter.order ?? 'desc'];
    return inBatches((after, limit) =>
      this.dataSource.query<AuditEntry[]>(sql, [...valuesOf(filter), after, limit]),
    );
  }
}
