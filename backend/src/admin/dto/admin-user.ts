import { z } from 'zod';
import { pageOf, PageQuery } from '../../common';

export const AdminUser = z
  .object({
    id: z.uuid(),
    email: z.string(),
    fullName: z.string().nullable(),
    role: z.enum(['student', 'admin']),
    blockedAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'AdminUser' });
export type AdminUser = z.infer<typeof AdminUser>;

export const AdminUserPage = pageOf('AdminUserPage', AdminUser);

export const AdminUserQuery = PageQuery.extend({
  search: z.string().trim().max(254).optional().describe('A part of the address or the name'),
});
export type AdminUserQuery = z.infer<typeof AdminUserQuery>;

export const BlockUser = z
  .strictObject({ reason: z.string().trim().max(500).default('') })
  .prefault({})
  .meta({ id: 'BlockUser' });
export type BlockUser = z.infer<typeof BlockUser>;

export const ChangeRole = z
  .strictObject({ role: z.enum(['student', 'admin']) })
  .meta({ id: 'ChangeRole' });
export type ChangeRole = z.infer<typeof ChangeRole>;
