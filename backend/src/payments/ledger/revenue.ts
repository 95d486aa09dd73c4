import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { z } from 'zod';

export const Revenue = z
  .object({
    currency: z.string(),
    sales: z.int().describe('Without VAT, in minor units, as all amounts here'),
    vat: z.int().describe('That is owed; what went back with refunds is taken off'),
    refunds: z.int().describe('Without VAT'),
    net: z.int().describe('Sales less refunds'),
  })
  .meta({ id: 'Revenue' });

export type Revenue = z.infer<typeof Revenue>;

/** Credits are negative in the books, and positive here. */
const SUMS = `t.currency,
    coalesce(-sum(e.amount) filter (where e.account = 'sales'), 0)::float8 as sales,
    coalesce(-sum(e.amount) filter (where e.account = 'vat_payable'), 0)::float8 as vat,
    coalesce(sum(e.amount) filter (where e.account = 'refunds'), 0)::float8 as refunds,
    coalesce(-sum(e.amount) filter (where e.account in ('sales', 'refunds')), 0)::float8 as net
  from ledger_transactions t join ledger_entries e on e.transaction_id = t.id`;

const TOTAL = `select ${SUMS} group by t.currency order by t.currency`;

const BY_DAY = `select (t.created_at at time zone 'utc')::date::text as day, ${SUMS}
  where t.created_at >= $1::date at time zone 'utc' group by 1, t.currency order by 1, t.currency`;

/** What the books say of sales, by currency. */
@Injectable()
export class Revenues {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  total(): Promise<Revenue[]> {
    return this.dataSource.query(TOTAL);
  }

  /** Days (UTC, YYYY-MM-DD) with any, from the first on. */
  byDay(firstDay: string): Promise<(Revenue & { day: string })[]> {
    return this.dataSource.query(BY_DAY, [firstDay]);
  }
}
