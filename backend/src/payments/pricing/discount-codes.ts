import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { AuditTrail } from '../../audit';
import type { AdminAct } from '../../auth';
import { pageOf, PageQuery, ProblemException, sortedBy } from '../../common';
import { IN_USE } from './quote-use';

export const NewDiscountCode = z
  .strictObject({
    code: z
      .string()
      .trim()
      .toUpperCase()
      .regex(/^[A-Z0-9-]{3,40}$/, 'Use 3 to 40 letters, digits and hyphens.'),
    percent: z.int().min(1).max(100),
    maxUses: z.int().min(1).max(1_000_000).nullable().default(null).describe('Null: no limit'),
    usesPerUser: z.int().min(1).max(1000).default(1),
    expiresAt: z.iso.datetime().nullable().default(null),
  })
  .meta({ id: 'NewDiscountCode' });

export type NewDiscountCode = z.infer<typeof NewDiscountCode>;

export const DiscountCode = z
  .object({
    ...NewDiscountCode.shape,
    code: z.string(),
    uses: z.int(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'DiscountCode' });

export type DiscountCode = z.infer<typeof DiscountCode>;

export const DiscountCodePage = pageOf('DiscountCodePage', DiscountCode);

export const DiscountCodeQuery = PageQuery.extend({
  ...sortedBy(['createdAt', 'code', 'percent', 'uses']),
});

export type DiscountCodeQuery = z.infer<typeof DiscountCodeQuery>;

const COLUMNS = `code, percent, max_uses as "maxUses", uses_per_user as "usesPerUser",
  expires_at as "expiresAt", created_at as "createdAt",
  (select count(*)::int from payments where discount_code = d.code and ${IN_USE}) as uses`;

const ADD = `insert into discount_codes as d
    (code, percent, max_uses, uses_per_user, expires_at, created_by)
  values ($1, $2, $3, $4, $5, $6) on conflict (code) do nothing returning ${COLUMNS}`;

const SORTED = { createdAt: 'created_at', code: 'code', percent: 'percent', uses: 'uses' };

type Row = Omit<DiscountCode, 'expiresAt' | 'createdAt'> & {
  expiresAt: Date | null;
  createdAt: Date;
};

const toCode = ({ expiresAt, createdAt, ...code }: Row): DiscountCode => ({
  ...code,
  expiresAt: expiresAt?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
});

/** Discount codes as admins see them. */
@Injectable()
export class DiscountCodes {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws ProblemException CONFLICT when there is such a code */
  add(added: NewDiscountCode, { adminId, origin }: AdminAct): Promise<DiscountCode> {
    const { code, percent, maxUses, usesPerUser, expiresAt } = added;
    return this.dataSource.transaction(async (manager) => {
      const parameters = [code, percent, maxUses, usesPerUser, expiresAt, adminId];
      const [row] = await manager.query<Row[]>(ADD, parameters);
      if (row === undefined)
        throw new ProblemException('CONFLICT', 'There is such a code already.');
      const details = { code, percent };
      const event = { action: 'discount.created', actorId: adminId, details } as const;
      await this.audit.record(event, origin, manager);
      return toCode(row);
    });
  }

  async list({ sort, order, page, perPage }: DiscountCodeQuery) {
    const list = `select ${COLUMNS} from discount_codes d
      order by ${SORTED[sort]} ${order}, code ${order} limit $1 offset $2`;
    const [items, [count]] = await Promise.all([
      this.dataSource.query<Row[]>(list, [perPage, (page - 1) * perPage]),
      this.dataSource.query<{ total: number }[]>(
        'select count(*)::int as total from discount_codes',
      ),
    ]);
    return { items: items.map(toCode), total: count?.total ?? 0 };
  }
}
