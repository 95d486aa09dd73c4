import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { notFound, type PageQuery } from '../common';
import { type Payment, PAYMENT_COLUMNS } from './payment';

const GET = `select ${PAYMENT_COLUMNS} from payments where id = $1 and user_id = $2`;

const LIST = `select ${PAYMENT_COLUMNS} from payments where user_id = $1
  order by created_at desc, id desc limit $2 offset $3`;

const BUYER = `select concat_ws(', ', full_name, email) as buyer from users where id = $1`;

const COUNT = 'select count(*)::int as total from payments where user_id = $1';

/** Payments of one user: another's payment is as absent as one that never was. */
@Injectable()
export class PaymentsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @throws ProblemException NOT_FOUND */
  async get(userId: string, id: string): Promise<Payment> {
    const [payment] = await this.dataSource.query<Payment[]>(GET, [id, userId]);
    if (payment === undefined) throw notFound();
    return payment;
  }

  /** Name and address of whoever pays, as the account has them now. */
  async buyer(userId: string): Promise<string> {
    const rows = await this.dataSource.query<{ buyer: string }[]>(BUYER, [userId]);
    return rows[0]?.buyer ?? '';
  }

  /** The newest first. */
  async list(userId: string, { page, perPage }: PageQuery) {
    const [items, [count]] = await Promise.all([
      this.dataSource.query<Payment[]>(LIST, [userId, perPage, (page - 1) * perPage]),
      this.dataSource.query<{ total: number }[]>(COUNT, [userId]),
    ]);
    return { items, total: count?.total ?? 0 };
  }
}
