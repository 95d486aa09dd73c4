import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

const INTERVAL_MS = 3_600_000;

/**
 * Sign-in attempts and repeatable answers of yesterday, refresh tokens past their use, sessions that
 * cannot come back; and where the events of the audit trail came from, after 90 days.
 * A rotated refresh token is kept until it expires: its reuse has to be recognised.
 */
const CLEANING = [
  `delete from sign_in_attempts where expires_at < now() - interval '1 day'`,
  `delete from refresh_tokens where expires_at < now()`,
  `delete from sessions s where s.created_at < now() - interval '1 day'
    and not exists (select 1 from refresh_tokens t where t.session_id = s.id)`,
  `delete from idempotency_keys where created_at < now() - interval '1 day'`,
  `update audit_events set address = null
    where address is not null and at < now() - interval '90 days'`,
];

/** Hourly removal of what has no use any more. Any number of replicas may do it. */
@Injectable()
export class ExpiredRows implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(ExpiredRows.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.remove(), INTERVAL_MS).unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  async remove(): Promise<void> {
    try {
      for (const statement of CLEANING) await this.dataSource.query(statement);
    } catch (error) {
      this.logger.error(error);
    }
  }
}
