import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

/** Of a comma-separated list any one right is enough; who is in the owner's role can take its place. */
const COULD_CHANGE = `select has_table_privilege(oid, 'update, delete, truncate')
    or pg_has_role(relowner, 'member') as could
  from pg_class where oid = to_regclass('public.audit_events')`;

const MISSING =
  'The role of DATABASE_URL could change the audit trail, which only triggers prevent: ' +
  'set DATABASE_OWNER_URL for migrations, and give DATABASE_URL a role that owns nothing.';

/** Says at start when nothing but triggers keeps this process from changing the audit trail. */
@Injectable()
export class AuditSeparation implements OnApplicationBootstrap {
  private readonly logger = new Logger(AuditSeparation.name);

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async onApplicationBootstrap(): Promise<void> {
    // Whether the database answers is for readiness to say
    const isSeparated = await this.isSeparated().catch(() => true);
    if (!isSeparated) this.logger.warn(MISSING);
  }

  /** Whether the database itself refuses this process every change of the trail. */
  async isSeparated(): Promise<boolean> {
    const [row] = await this.dataSource.query<{ could: boolean }[]>(COULD_CHANGE);
    return row?.could !== true;
  }
}
