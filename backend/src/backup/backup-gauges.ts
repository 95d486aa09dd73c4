import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Gauge, register } from 'prom-client';
import { DataSource } from 'typeorm';

/** Seconds since 1970, as Prometheus has it; a backup counts from the moment that it is of. */
const READ = `select
  (select extract(epoch from max(as_of))::float8 from backups where error is null) as backup,
  (select extract(epoch from finished_at - started_at)::float8 from backups
    where finished_at is not null and error is null
    order by started_at desc limit 1) as duration,
  (select files_missing from backups where finished_at is not null and error is null
    order by started_at desc limit 1) as missing,
  (select extract(epoch from max(finished_at))::float8 from restore_drills where passed) as drill`;

const GAUGES = {
  backup: {
    name: 'tesigo_backup_last_success_timestamp_seconds',
    help: 'The moment of which the newest backup is; 0 when there is none',
  },
  duration: { name: 'tesigo_backup_last_duration_seconds', help: 'Time of the newest backup' },
  missing: {
    name: 'tesigo_backup_last_missing_files',
    help: 'Files that the newest backup found missing or damaged in the storage',
  },
  drill: {
    name: 'tesigo_restore_drill_last_success_timestamp_seconds',
    help: 'When a backup was last restored and found whole; 0 when none was',
  },
} as const;

type Readings = Record<keyof typeof GAUGES, number | null>;

/** How old backups and drills are, asked for whenever Prometheus asks. */
@Injectable()
export class BackupGauges implements OnModuleInit {
  private readonly logger = new Logger(BackupGauges.name);

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  onModuleInit(): void {
    // of an application that was here before, as in tests
    for (const { name } of Object.values(GAUGES)) register.removeSingleMetric(name);
    const { backup, ...others } = GAUGES;
    const rest = Object.entries(others).map(
      ([reading, options]) => [reading as keyof Readings, new Gauge(options)] as const,
    );
    const newest = new Gauge({
      ...backup,
      collect: async () => {
        const readings = await this.read();
        if (readings === undefined) return;
        newest.set(readings.backup ?? 0);
        for (const [reading, gauge] of rest) gauge.set(readings[reading] ?? 0);
      },
    });
  }

  private async read(): Promise<Readings | undefined> {
    try {
      const [row] = await this.dataSource.query<Readings[]>(READ);
      return row;
    } catch (error) {
      this.logger.warn({ err: error }, 'The backups could not be looked up.');
      return undefined;
    }
  }
}
