import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { QUEUE } from './job-turns';

/** A place in a queue is old news anyway. */
const FRESH_MS = 2_000;

/** One that is missing was started since, or is on its way out. */
const RETRY_MS = 50;

/**
 * Places in the queue of jobs. The whole of it is read at once, since one place costs as much, and
 * kept for a moment: however many wait and ask, PostgreSQL answers once.
 */
@Injectable()
export class QueuePositions {
  private positions: ReadonlyMap<string, number> = new Map();
  private readAt = -Infinity;
  private reading: Promise<void> | undefined;

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** From 1, which is next; null for a job that does not wait. */
  async of(jobId: string): Promise<number | null> {
    const patience = this.positions.has(jobId) ? FRESH_MS : RETRY_MS;
    if (performance.now() - this.readAt > patience) {
      this.reading ??= this.read().finally(() => (this.reading = undefined));
      await this.reading;
    }
    return this.positions.get(jobId) ?? null;
  }

  private async read(): Promise<void> {
    const readAt = performance.now();
    const [row] = await this.dataSource.query<[{ ids: string }]>(QUEUE);
    const ids = row.ids === '' ? [] : row.ids.split(',');
    this.positions = new Map(ids.map((id, index) => [id, index + 1]));
    this.readAt = readAt;
  }
}
