import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { newId } from '../common';
import type { AuditEvent } from './audit-event';
import type { RecordedOrigin } from './request-origin';

const APPEND = `insert into audit_events
    (id, action, actor_id, subject_id, address, request_id, details)
  values ($1, $2, $3, $4, $5, $6, $7)`;

/** The append-only record of security events; the database refuses to change or delete an entry. */
@Injectable()
export class AuditTrail {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Writes an event in the transaction of what it records, so that neither is there without the
   * other. Without a transaction for what has changed nothing, such as a failed sign-in.
   */
  async record(
    event: AuditEvent,
    { address, requestId }: RecordedOrigin,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<void> {
    const { action, actorId, subjectId = null, details = {} } = event;
    const parameters = [newId(), action, actorId, subjectId, address, requestId, details];
    await manager.query(APPEND, parameters);
  }
}
