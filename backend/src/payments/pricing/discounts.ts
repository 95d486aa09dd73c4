import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ProblemException } from '../../common';
import { IN_USE } from './quote-use';

/** The code is locked, so that of two who want its last use one gets it. */
const FIND = `select percent, max_uses as "maxUses", uses_per_user as "usesPerUser",
    coalesce(expires_at < now(), false) as expired
  from discount_codes where code = $1 for update`;

const USES = `select count(*)::int as uses,
    count(*) filter (where user_id = $2)::int as "usesOfUser"
  from payments where discount_code = $1 and ${IN_USE}`;

interface Discount {
  percent: number;
  maxUses: number | null;
  usesPerUser: number;
  expired: boolean;
}

interface Uses {
  uses: number;
  usesOfUser: number;
}

const refused = (detail: string) => new ProblemException('DISCOUNT_REFUSED', detail);

@Injectable()
export class Discounts {
  /**
   * Per cent that a code takes off. The caller stores what uses it in the same transaction.
   * @throws ProblemException DISCOUNT_REFUSED
   */
  async percent(manager: EntityManager, code: string | null, userId: string): Promise<number> {
    if (code === null) return 0;
    const [discount] = await manager.query<Discount[]>(FIND, [code]);
    if (discount === undefined) throw refused('There is no such code. Look at it again.');
    if (discount.expired) throw refused('This code has expired.');
    const [used] = await manager.query<Uses[]>(USES, [code, userId]);
    const { uses = 0, usesOfUser = 0 } = used ?? {};
    if (uses >= (discount.maxUses ?? Infinity)) throw refused('This code is used up.');
    if (usesOfUser >= discount.usesPerUser) throw refused('You have used this code already.');
    return discount.percent;
  }
}
