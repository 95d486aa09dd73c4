import { z } from 'zod';
import { Money } from '../../generation';
import { JOB_STATES } from '../../jobs';
import { Revenue } from '../../payments';

export const StatsQuery = z.object({
  days: z.coerce.number().int().min(1).max(366).default(30).describe('Of the series, to today'),
});
export type StatsQuery = z.infer<typeof StatsQuery>;

export const UserStats = z.object({
  total: z.int(),
  newToday: z.int(),
  newIn7Days: z.int(),
  activeIn7Days: z.int().describe('Who have used a session in seven days'),
  blocked: z.int(),
});
export type UserStats = z.infer<typeof UserStats>;

export const StatsDay = z
  .object({
    day: z.iso.date().describe('UTC'),
    newUsers: z.int(),
    newDocuments: z.int(),
    jobsCompleted: z.int(),
    jobsFailed: z.int(),
    tokens: z.int(),
    modelCost: z.array(Money),
    revenue: z.array(Revenue),
  })
  .meta({ id: 'StatsDay' });
export type StatsDay = z.infer<typeof StatsDay>;

export const AdminStats = z
  .object({
    users: UserStats,
    documents: z.object({
      draft: z.int(),
      outlined: z.int(),
      generating: z.int(),
      completed: z.int(),
    }),
    jobs: z.record(z.enum(JOB_STATES), z.int()),
    tokens: z.object({ today: z.int(), total: z.int() }).describe('Of the accounts there are'),
    modelCost: z.array(Money).describe('Of all time, where prices were known'),
    revenue: z.array(Revenue).describe('Of all time, from the books'),
    series: z.array(StatsDay).describe('Every day, the oldest first'),
  })
  .meta({ id: 'AdminStats' });
export type AdminStats = z.infer<typeof AdminStats>;
