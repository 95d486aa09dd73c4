import { z } from 'zod';
import { AUDIT_ACTIONS } from '../../audit';
import { Order, pageOf, PageQuery } from '../../common';

export const AuditEntry = z
  .object({
    id: z.uuid(),
    at: z.iso.datetime(),
    action: z.enum(AUDIT_ACTIONS),
    actorId: z
      .uuid()
      .nullable()
      .describe('The account that did it; null when nobody was signed in'),
    subjectId: z.uuid().nullable().describe('The account or session it was done to'),
    address: z.string().nullable(),
    requestId: z.string().nullable(),
    details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditPage = pageOf('AuditPage', AuditEntry);

const filters = {
  action: z.enum(AUDIT_ACTIONS).optional(),
  actorId: z.uuid().optional(),
  subjectId: z.uuid().optional(),
  from: z.iso.datetime().optional().describe('The first moment'),
  to: z.iso.datetime().optional().describe('The first moment after'),
  order: Order.default('desc').describe('By time'),
};

export const AuditQuery = PageQuery.extend(filters);
export type AuditQuery = z.infer<typeof AuditQuery>;

export const AuditExportQuery = z.object(filters);
export type AuditExportQuery = z.infer<typeof AuditExportQuery>;
