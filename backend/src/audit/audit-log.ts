import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { PageQuery } from '../common';
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
}

const MATCHING = `from audit_events where ($1::text is null or action = $1)
  and ($2::uuid is null or actor_id = $2) and ($3::uuid is null or subject_id = $3)`;

const LIST = `select id, at, action, actor_id as "actorId", subject_id as "subjectId", address,
    request_id as "requestId", details
  ${MATCHING} order by id desc limit $4 offset $5`;

const COUNT = `select count(*)::int as total ${MATCHING}`;

/** The trail as admins read it. */
@Injectable()
export class AuditLog {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Matching entries, the newest first. */
  async list(filter: AuditFilter, { page, perPage }: PageQuery) {
    const { action = null, actorId = null, subjectId = null } = filter;
    const matching = [action, actorId, subjectId];
    const window = [perPage, (page - 1) * perPage];
    const [items, [count]] = await Promise.all([
      this.dataSource.query<AuditEntry[]>(LIST, [...matching, ...window]),
      this.dataSource.query<{ total: number }[]>(COUNT, matching),
    ]);
    return { items, total: count?.total ?? 0 };
  }
}
