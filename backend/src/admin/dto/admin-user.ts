import { z } from 'zod';
import { SESSION_SORTS } from '../../auth';
import { pageOf, PageQuery, sortedBy } from '../../common';
import { MAX_TOKENS } from '../../settings';

const Role = z.enum(['student', 'admin']);

export const AdminUser = z
  .object({
    id: z.uuid(),
    email: z.string(),
    fullName: z.string().nullable(),
    role: Role,
    blockedAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
    dailyTokenLimit: z.int().nullable().describe('Of their own; null: what holds for everybody'),
    tokensUsedToday: z.int(),
  })
  .meta({ id: 'AdminUser' });
export type AdminUser = z.infer<typeof AdminUser>;

export const AdminUserDetails = AdminUser.extend({
  effectiveTokenLimit: z.int().describe('What holds for them today'),
  tokensUsedTotal: z.int(),
  documents: z.int(),
  jobs: z.int(),
  sessions: z.int().describe('Where they are signed in'),
}).meta({ id: 'AdminUserDetails' });
export type AdminUserDetails = z.infer<typeof AdminUserDetails>;

export const AdminUserPage = pageOf('AdminUserPage', AdminUser);

const filters = {
  search: z.string().trim().max(254).optional().describe('A part of the address or the name'),
  role: Role.optional(),
  blocked: z
    .enum(['true', 'false'])
    .transform((value) => value === 'true')
    .optional(),
};

export const AdminUserQuery = PageQuery.extend({
  ...filters,
  ...sortedBy(['createdAt', 'email', 'tokensUsedToday']),
});
export type AdminUserQuery = z.infer<typeof AdminUserQuery>;

export const AdminUserExportQuery = z.object(filters);
export type AdminUserExportQuery = z.infer<typeof AdminUserExportQuery>;

export const BlockUser = z
  .strictObject({ reason: z.string().trim().max(500).default('') })
  .prefault({})
  .meta({ id: 'BlockUser' });
export type BlockUser = z.infer<typeof BlockUser>;

export const ChangeUser = z
  .strictObject({
    role: Role,
    dailyTokenLimit: z
      .int()
      .min(0)
      .max(MAX_TOKENS)
      .nullable()
      .describe('Tokens a UTC day; null: what holds for everybody'),
  })
  .partial()
  .meta({ id: 'ChangeUser' });
export type ChangeUser = z.infer<typeof ChangeUser>;

export const UserSession = z
  .object({
    id: z.uuid(),
    userAgent: z.string().nullable().describe('As the browser named itself at sign-in'),
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime(),
  })
  .meta({ id: 'UserSession' });
export type UserSession = z.infer<typeof UserSession>;

export const UserSessionPage = pageOf('UserSessionPage', UserSession);

export const UserSessionQuery = PageQuery.extend(sortedBy(SESSION_SORTS));
export type UserSessionQuery = z.infer<typeof UserSessionQuery>;

export const EndedSessions = z
  .object({ ended: z.int().describe('Sessions that were ended by this') })
  .meta({ id: 'EndedSessions' });
export type EndedSessions = z.infer<typeof EndedSessions>;
