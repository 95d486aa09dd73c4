import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditTrail, type RequestOrigin } from '../../audit';
import { newId } from '../../common';
import { FIRST_PRICE_LIST, PriceList } from './price-list';

/** Price lists in the order in which they came; the last one holds. */
const LATEST = 'select list from price_lists order by id desc limit 1';

const HELD_AT = `select list from price_lists where created_at <= $1
  order by id desc limit 1`;

const ADD = 'insert into price_lists (id, list, set_by) values ($1, $2, $3)';

@Injectable()
export class PriceLists {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly audit: AuditTrail,
  ) {}

  async current(manager: EntityManager = this.dataSource.manager): Promise<PriceList> {
    const [row] = await manager.query<{ list: unknown }[]>(LATEST);
    return row === undefined ? FIRST_PRICE_LIST : PriceList.parse(row.list);
  }

  /** The one that held then. */
  async heldAt(at: Date): Promise<PriceList> {
    const [row] = await this.dataSource.query<{ list: unknown }[]>(HELD_AT, [at]);
    return row === undefined ? FIRST_PRICE_LIST : PriceList.parse(row.list);
  }

  /** From now on, for what has not been quoted. */
  async set(list: PriceList, adminId: string, origin: RequestOrigin): Promise<PriceList> {
    await this.dataSource.transaction(async (manager) => {
      await manager.query(ADD, [newId(), JSON.stringify(list), adminId]);
      const { currency, pagePrice, vatBasisPoints } = list;
      const details = { currency, pagePrice, vatBasisPoints };
      await this.audit.record(
        { action: 'prices.changed', actorId: adminId, details },
        origin,
        manager,
      );
    });
    return list;
  }
}
