import { Injectable, type StreamableFile } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { csvFile, type CsvRow } from '../../common';
import { decimalsOf, majorUnits } from '../pricing/currency';

const YEAR_MS = 366 * 86_400_000;

export const BookkeepingQuery = z
  .object({
    from: z.iso.date().describe('First day (UTC)'),
    to: z.iso.date().describe('Last day (UTC)'),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: 'Must not be before from.' })
  .refine(({ from, to }) => Date.parse(to) - Date.parse(from) <= YEAR_MS, {
    path: ['to'],
    message: 'Ask for a year at most.',
  });

export type BookkeepingQuery = z.infer<typeof BookkeepingQuery>;

const ENTRIES = `select t.id, t.created_at as at, t.payment_id as "paymentId", t.cause, t.currency,
    p.receipt_number as "receiptNumber", p.vat_basis_points as "vatBasisPoints",
    p.discount_code as "discountCode", e.account, e.amount
  from ledger_transactions t join ledger_entries e on e.transaction_id = t.id
    join payments p on p.id = t.payment_id
  where t.created_at >= $1::date at time zone 'utc'
    and t.created_at < ($2::date + 1) at time zone 'utc'
  order by t.created_at, t.id, e.account`;

interface Entry {
  id: string;
  at: Date;
  paymentId: string;
  cause: string;
  currency: string;
  receiptNumber: string | null;
  vatBasisPoints: number;
  discountCode: string | null;
  account: string;
  amount: number;
}

const HEADER = [
  ...['time', 'transaction', 'account', 'debit', 'credit', 'currency', 'decimals'],
  ...['receipt', 'vat_percent', 'payment', 'cause', 'discount_code'],
];

function row(entry: Entry): CsvRow {
  const { amount, currency } = entry;
  const units = (value: number) => (value > 0 ? majorUnits(value, currency) : '');
  return [
    ...[entry.at.toISOString(), entry.id, entry.account, units(amount), units(-amount), currency],
    ...[decimalsOf(currency), entry.receiptNumber ?? '', entry.vatBasisPoints / 100],
    ...[entry.paymentId, entry.cause, entry.discountCode ?? ''],
  ];
}

/** The books of some days, an entry a line, for the accountant's program. */
@Injectable()
export class Bookkeeping {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async export({ from, to }: BookkeepingQuery): Promise<StreamableFile> {
    const entries = await this.dataSource.query<Entry[]>(ENTRIES, [from, to]);
    return csvFile(`tesigo-books-${from}-${to}`, HEADER, [entries.map(row)]);
  }
}
