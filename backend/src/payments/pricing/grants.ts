import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PriceList } from './price-list';
import { IN_USE } from './quote-use';

/** Pages that somebody else than the student pays for. */
export interface Grant {
  pages: number;
  /** Null: the free allowance. */
  institutionId: string | null;
}

const NONE: Grant = { pages: 0, institutionId: null };

/** The institution is locked, so that two of its students cannot both take its last pages. */
const INSTITUTION = `select i.id, i.pages_per_month as "pagesPerMonth"
  from institutions i join users u on split_part(u.email, '@', 2) = i.mail_domain
  where u.id = $1 for update of i`;

const USED = `select coalesce(sum(granted_pages - least(granted_pages, pages_returned)), 0)::int as pages
  from payments where ${IN_USE} and granted_pages > 0
    and created_at >= date_trunc('month', now() at time zone 'utc') at time zone 'utc'`;

const USED_OF_INSTITUTION = `${USED} and institution_id = $1`;

/** What an institution gave is not taken off a student's own. */
const USED_OF_ALLOWANCE = `${USED} and institution_id is null and user_id = $1`;

/** So that two documents of one student cannot both take the last free pages. */
const LOCK_USER = 'select 1 from users where id = $1 for no key update';

@Injectable()
export class Grants {
  /**
   * What is left this month (UTC) for so many pages: of the institution whose mail domain the
   * student has, else of the free allowance. The caller stores its use in the same transaction.
   */
  async of(
    manager: EntityManager,
    userId: string,
    pages: number,
    { freePages }: PriceList,
  ): Promise<Grant> {
    const [institution] = await manager.query<{ id: string; pagesPerMonth: number }[]>(
      INSTITUTION,
      [userId],
    );
    if (institution !== undefined) {
      const used = await this.used(manager, USED_OF_INSTITUTION, institution.id);
      const left = Math.min(pages, Math.max(0, institution.pagesPerMonth - used));
      if (left > 0) return { pages: left, institutionId: institution.id };
    }
    if (freePages === 0) return NONE;
    await manager.query(LOCK_USER, [userId]);
    const used = await this.used(manager, USED_OF_ALLOWANCE, userId);
    return { pages: Math.min(pages, Math.max(0, freePages - used)), institutionId: null };
  }

  private async used(manager: EntityManager, sql: string, id: string): Promise<number> {
    return (await manager.query<{ pages: number }[]>(sql, [id]))[0]?.pages ?? 0;
  }
}
