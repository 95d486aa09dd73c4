import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { notFound } from '../common';
import type { PaymentQuery } from './dto/payment';
import { type OwnPayment, PAYMENT_COLUMNS } from './payment';

const OWN_COLUMNS = `${PAYMENT_COLUMNS},
  (select title from documents d where d.id = document_id) as "documentTitle"`;

const GET = `select ${OWN_COLUMNS} from payments where id = $1 and user_id = $2`;

/** A quote that nobody has begun to pay is no payment yet. */
const MATCHING = `from payments where user_id = $1 and method is not null
  and ($2::uuid is null or document_id = $2)`;

const LIST = `select ${OWN_COLUMNS} ${MATCHING}
  order by created_at desc, id desc limit $3 offset $4`;

const BUYER = `select concat_ws(', ', full_name, email) as name, locale from users where id = $1`;

const COUNT = `select count(*)::int as total ${MATCHING}`;

/** Who pays, as the account has them now. */
export interface Buyer {
  /** Name and address. */
  name: string;
  locale: string;
}

/** Payments of one user: another's payment is as absent as one that never was. */
@Injectable()
export class PaymentsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** @throws ProblemException NOT_FOUND */
  async get(userId: string, id: string): Promise<OwnPayment> {
    const [payment] = await this.dataSource.query<OwnPayment[]>(GET, [id, userId]);
    if (payment === undefined) throw notFound();
    return payment;
  }

  async buyer(userId: string): Promise<Buyer> {
    const [buyer] = await this.dataSource.query<Buyer[]>(BUYER, [userId]);
    return buyer ?? { name: '', locale: '' };
  }

  /** The newest first; those of one document only, when it is named. */
  async list(userId: string, { documentId, page, perPage }: PaymentQuery) {
    const matching = [userId, documentId ?? null];
    const window = [perPage, (page - 1) * perPage];
    const [items, [count]] = await Promise.all([
      this.dataSource.query<OwnPayment[]>(LIST, [...matching, ...window]),
      this.dataSource.query<{ total: number }[]>(COUNT, matching),
    ]);
    return { items, total: count?.total ?? 0 };
  }
}
