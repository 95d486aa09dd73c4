import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { pageOf, PageQuery } from '../common';
import { PaymentSummary, toSummary } from './dto/payment';
import { type Payment, PAYMENT_COLUMNS } from './payment';
import { PAYMENT_STATES } from './state/payment-state';

export const AdminPayment = PaymentSummary.extend({ userId: z.guid() }).meta({
  id: 'AdminPayment',
});

export type AdminPayment = z.infer<typeof AdminPayment>;

export const AdminPaymentPage = pageOf('AdminPaymentPage', AdminPayment);

export const AdminPaymentQuery = PageQuery.extend({
  status: z.enum(PAYMENT_STATES).optional(),
  userId: z.guid().optional(),
});

export type AdminPaymentQuery = z.infer<typeof AdminPaymentQuery>;

const MATCHING = `from payments where ($1::text is null or status = $1)
  and ($2::uuid is null or user_id = $2)`;

const LIST = `select ${PAYMENT_COLUMNS} ${MATCHING} order by id desc
  limit $3 offset $4`;

const COUNT = `select count(*)::int as total ${MATCHING}`;

/** Payments of all users, for admins. */
@Injectable()
export class AllPayments {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** The newest first. */
  async list({ status, userId, page, perPage }: AdminPaymentQuery) {
    const matching = [status ?? null, userId ?? null];
    const window = [perPage, (page - 1) * perPage];
    const [rows, [count]] = await Promise.all([
      this.dataSource.query<Payment[]>(LIST, [...matching, ...window]),
      this.dataSource.query<{ total: number }[]>(COUNT, matching),
    ]);
    const items = rows.map((row) => ({ ...toSummary(row), userId: row.userId }));
    return { items, total: count?.total ?? 0 };
  }
}
