import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { notFound } from '../../common';
import { StripePayments } from './stripe-payments';

const FIND = `select u.email, c.customer_id as "customerId"
  from users u left join stripe_customers c on c.user_id = u.id where u.id = $1`;

const KEEP = `insert into stripe_customers (user_id, customer_id) values ($1, $2)
  on conflict (user_id) do nothing`;

/** Each account is one customer at Stripe, made when it first pays. */
@Injectable()
export class StripeCustomers {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly stripe: StripePayments,
  ) {}

  /** Id of the customer. @throws ProblemException PAYMENTS_OFF, PAYMENT_PROVIDER_FAILED */
  async of(userId: string): Promise<string> {
    const [user] = await this.dataSource.query<{ email: string; customerId: string | null }[]>(
      FIND,
      [userId],
    );
    if (user === undefined) throw notFound();
    if (user.customerId !== null) return user.customerId;
    // of two at once both get the same one, by the key of the call
    const { id } = await this.stripe.createCustomer(userId, user.email);
    await this.dataSource.query(KEEP, [userId, id]);
    return id;
  }
}
