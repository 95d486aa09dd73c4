import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

/** Of the last steps of a kind, by the same writer where steps name theirs. */
const MEAN = `select avg(duration_ms)::float8 as mean from (
  select duration_ms from job_steps
  where step like $1 and ($2::text[] is null or result ->> 'writer' = any($2))
  order by created_at desc limit 20) lately`;

/** What steps of writing have lately taken on this installation, as jobs have recorded it. */
@Injectable()
export class PastStepsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Mean milliseconds of a section by one of these writers; null when there has been none. */
  meanSection(writers: readonly string[]): Promise<number | null> {
    return this.mean('section:%', writers);
  }

  meanOutline(): Promise<number | null> {
    return this.mean('outline', null);
  }

  private async mean(step: string, writers: readonly string[] | null): Promise<number | null> {
    const [row] = await this.dataSource.query<[{ mean: number | null }]>(MEAN, [step, writers]);
    return row.mean;
  }
}
