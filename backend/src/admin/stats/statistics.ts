import { Injectable } from '@nestjs/common';
import { DocumentCounts } from '../../documents';
import { costTotals, ModelCosts } from '../../generation';
import { JobCounts } from '../../jobs';
import { Revenues } from '../../payments';
import type { AdminStats, StatsDay, StatsQuery } from '../dto/stats';
import { UserCounts } from '../users/user-counts';

const DAY_MS = 86_400_000;

/** Before there was anything to count. */
const EPOCH = '2000-01-01';

/** So many days to today, UTC, the oldest first. */
function daysToToday(count: number): string[] {
  const first = Date.now() - (count - 1) * DAY_MS;
  return Array.from({ length: count }, (_, index) =>
    new Date(first + index * DAY_MS).toISOString().slice(0, 10),
  );
}

const byDay = <Row extends { day: string }>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [row.day, row]));

/** How the installation does: each figure from one statement of the feature that has it. */
@Injectable()
export class Statistics {
  constructor(
    private readonly users: UserCounts,
    private readonly documents: DocumentCounts,
    private readonly jobs: JobCounts,
    private readonly costs: ModelCosts,
    private readonly revenues: Revenues,
  ) {}

  async read({ days: count }: StatsQuery): Promise<AdminStats> {
    const days = daysToToday(count);
    const [users, documents, jobs, tokens, modelCost, revenue, series] = await Promise.all([
      this.users.totals(),
      this.documents.byState(),
      this.jobs.byState(),
      this.costs.tokens(),
      this.modelCost(days.at(-1) ?? EPOCH),
      this.revenues.total(),
      this.series(days),
    ]);
    return { users, documents, jobs, tokens, modelCost, revenue, series };
  }

  /** Of all time; by month, since the fewest groups do. */
  private async modelCost(today: string) {
    const months = await this.costs.groups({ groupBy: 'month', from: EPOCH, to: today });
    return costTotals(months).cost;
  }

  private async series(days: readonly string[]): Promise<StatsDay[]> {
    const [first = '', last = ''] = [days[0], days.at(-1)];
    const [users, documents, jobs, tokens, costs, revenues] = await Promise.all([
      this.users.created(first).then(byDay),
      this.documents.created(first).then(byDay),
      this.jobs.finished(first).then(byDay),
      this.costs.tokensByDay(first).then(byDay),
      this.costs.groups({ groupBy: 'day', from: first, to: last }),
      this.revenues.byDay(first),
    ]);
    return days.map((day): StatsDay => ({
      day,
      newUsers: users.get(day)?.users ?? 0,
      newDocuments: documents.get(day)?.documents ?? 0,
      jobsCompleted: jobs.get(day)?.completed ?? 0,
      jobsFailed: jobs.get(day)?.failed ?? 0,
      tokens: tokens.get(day)?.tokens ?? 0,
      modelCost: costs.find(({ key }) => key === day)?.cost ?? [],
      revenue: revenues.filter((one) => one.day === day).map(({ day: _, ...sums }) => sums),
    }));
  }
}
