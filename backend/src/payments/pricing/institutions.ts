import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { AuditTrail } from '../../audit';
import type { AdminAct } from '../../auth';
import { newId, pageOf, PageQuery, sortedBy } from '../../common';

export const NewInstitution = z
  .strictObject({
    name: z.string().trim().min(1).max(200),
    mailDomain: z
      .string()
      .trim()
      .toLowerCase()
      .max(253)
      .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'Write a domain such as students.example.edu.')
      .describe('Of the addresses of its students; the same again replaces the quota'),
    pagesPerMonth: z.int().min(0).max(10_000_000),
  })
  .meta({ id: 'NewInstitution' });

export type NewInstitution = z.infer<typeof NewInstitution>;

export const Institution = z
  .object({ ...NewInstitution.shape, id: z.guid(), mailDomain: z.string() })
  .meta({ id: 'Institution' });

export type Institution = z.infer<typeof Institution>;

export const InstitutionPage = pageOf('InstitutionPage', Institution);

export const InstitutionQuery = PageQuery.extend({
  ...sortedBy(['name', 'mailDomain', 'pagesPerMonth'], 'asc'),
});

export type InstitutionQuery = z.infer<typeof InstitutionQuery>;

const COLUMNS = `id, name, mail_domain as "mailDomain", pages_per_month as "pagesPerMonth"`;

const SET = `insert into institutions (id, name, mail_domain, pages_per_month) values ($1, $2, $3, $4)
  on conflict (mail_domain) do update
    set name = excluded.name, pages_per_month = excluded.pages_per_month
  returning ${COLUMNS}`;

const SORTED = { name: 'name', mailDomain: 'mail_domain', pagesPerMonth: 'pages_per_month' };

/** Who pays for pages of their students each month. */
@Injectable()
export class Institutions {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly audit: AuditTrail,
  ) {}

  set(
    { name, mailDomain, pagesPerMonth }: NewInstitution,
    { adminId, origin }: AdminAct,
  ): Promise<Institution> {
    return this.dataSource.transaction(async (manager) => {
      const parameters = [newId(), name, mailDomain, pagesPerMonth];
      const [institution] = await manager.query<Institution[]>(SET, parameters);
      if (institution === undefined) throw new Error('An institution was not stored');
      const details = { pagesPerMonth };
      const event = { action: 'institution.added', actorId: adminId, details } as const;
      await this.audit.record({ ...event, subjectId: institution.id }, origin, manager);
      return institution;
    });
  }

  async list({ sort, order, page, perPage }: InstitutionQuery) {
    const list = `select ${COLUMNS} from institutions
      order by ${SORTED[sort]} ${order}, id ${order} limit $1 offset $2`;
    const [items, [count]] = await Promise.all([
      this.dataSource.query<Institution[]>(list, [perPage, (page - 1) * perPage]),
      this.dataSource.query<{ total: number }[]>('select count(*)::int as total from institutions'),
    ]);
    return { items, total: count?.total ?? 0 };
  }
}
