import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ProblemException } from '../../common';
import { Outbox } from '../../outbox';
import { CUSTOMER_LEFT } from './customer-left';

const MOVING = `select 1 from payments where user_id = $1
  and status in ('pending', 'refunding', 'disputed') limit 1`;

const FORGET_CUSTOMER = `delete from stripe_customers where user_id = $1
  returning customer_id as "customerId"`;

/**
 * What payments keep of a student who leaves: amounts, states and receipts, as the law wants of
 * books, under a number that nothing leads back to a person from. What was typed about refunds goes
 * with the row of the account, by a trigger.
 */
@Injectable()
export class ForgetPayer {
  constructor(private readonly outbox: Outbox) {}

  /** @throws ProblemException CONFLICT while money is on its way */
  async run(manager: EntityManager, userId: string): Promise<void> {
    const moving = await manager.query<unknown[]>(MOVING, [userId]);
    if (moving.length > 0) {
      const detail =
        'A payment or a refund is under way. Once it is through, the account can be deleted.';
      throw new ProblemException('CONFLICT', detail);
    }
    const [left] = await manager.query<[{ customerId: string }[], number]>(FORGET_CUSTOMER, [
      userId,
    ]);
    for (const customer of left) {
      await this.outbox.add(manager, CUSTOMER_LEFT, customer.customerId, customer);
    }
  }
}
