import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { pageOf, PageQuery, sortedBy } from '../common';
import { PaymentSummary, toSummary } from './dto/payment';
import { type Payment, PAYMENT_COLUMNS } from './payment';
import { PAYMENT_STATES } from './state/payment-state';

export const AdminPayment = PaymentSummary.extend({
  userId: z.guid(),
  userEmail: z.string().nullable().describe('Null when the account is gone'),
}).meta({ id: 'AdminPayment' });

export type AdminPayment = z.infer<typeof AdminPayment>;

export const AdminPaymentPage = pageOf('AdminPaymentPage', AdminPayment);

export const AdminPaymentQuery = PageQuery.extend({
  status: z.enum(PAYMENT_STATES).optional(),
  userId: z.guid().optional(),
  ...sortedBy(['createdAt', 'amount']),
});

export type AdminPaymentQuery = z.infer<typeof AdminPaymentQuery>;

const MATCHING = `from payments where ($1::text is null or status = $1)
  and ($2::uuid is null or user_id = $2)`;

const COLUMNS = `${PAYMENT_COLUMNS},
  (select email from users where users.id = payments.user_id) as "userEmail"`;

const BY_IDS = `select ${COLUMNS} from payments where id = any($1)`;

/** Ids are of UUIDv7, so they stand in the order of their creation. */
const SORTED = { createdAt: 'id', amount: 'amount' };

type Row = Payment & Pick<AdminPayment, 'userEmail'>;

const toAdminPayment = (row: Row): AdminPayment => ({
  ...toSummary(row),
  userId: row.userId,
  userEmail: row.userEmail,
});

const COUNT = `select count(*)::int as total ${MATCHING}`;

/** Payments of all users, for admins. */
@Injectable()
export class AllPayments {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async list({ status, userId, sort, order, page, perPage }: AdminPaymentQuery) {
    const matching = [status ?? null, userId ?? null];
    const window = [perPage, (page - 1) * perPage];
    const list = `select ${COLUMNS} ${MATCHING} 
      order by ${SORTED[sort]} ${order}, id ${order} limit $3 offset $4`;
    const [rows, [count]] = await Promise.all([
      this.dataSource.query<Row[]>(list, [...matching, ...window]),
      this.dataSource.query<{ total: number }[]>(COUNT, matching),
    ]);
    return { items: rows.map(toAdminPayment), total: count?.total ?? 0 };
  }

  async byIds(ids: readonly string[]): Promise<Map<string, AdminPayment>> {
    const rows = await this.dataSource.query<Row[]>(BY_IDS, [ids]);
    return new Map(rows.map((row) => [row.id, toAdminPayment(row)]));
  }
}
