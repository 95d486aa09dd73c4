import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { Gauge, register } from 'prom-client';
import { DataSource } from 'typeorm';

const COUNT = `select count(*) filter (where dead_at is null)::int as waiting,
    count(*) filter (where dead_at is not null)::int as dead
  from outbox where delivered_at is null`;

const NAME = 'tesigo_outbox_messages';

/** What waits to be brought out, and what was given up. */
@Injectable()
export class OutboxGauge implements OnModuleInit {
  private readonly logger = new Logger(OutboxGauge.name);

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  onModuleInit(): void {
    // of an application that was here before, as in tests
    register.removeSingleMetric(NAME);
    const gauge = new Gauge({
      name: NAME,
      help: 'Undelivered messages of the outbox, by whether they are tried again',
      labelNames: ['state'] as const,
      collect: async () => {
        const row = await this.read();
        if (row === undefined) return;
        gauge.set({ state: 'waiting' }, row.waiting);
        gauge.set({ state: 'dead' }, row.dead);
      },
    });
  }

  private async read(): Promise<{ waiting: number; dead: number } | undefined> {
    try {
      const [row] = await this.dataSource.query<{ waiting: number; dead: number }[]>(COUNT);
      return row;
    } catch (error) {
      this.logger.warn({ err: error }, 'The outbox could not be counted.');
      return undefined;
    }
  }
}
