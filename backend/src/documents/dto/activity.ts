import { z } from 'zod';
import { pageOf } from '../../common';

export const ACTIVITY_KINDS = [
  'document_created',
  'outline_made',
  'section_written',
  'section_edited',
  'job_completed',
  'job_failed',
  'job_cancelled',
  'source_added',
  'exported',
  'paid',
] as const;

export const ActivityEvent = z
  .object({
    kind: z.enum(ACTIVITY_KINDS),
    at: z.iso.datetime().describe('Of the last one, where several are gathered'),
    documentId: z.guid().nullable().describe('Null when the document is gone'),
    documentTitle: z.string().nullable(),
    count: z
      .int()
      .describe('Sections or sources: those of one document and one hour are one event'),
    subject: z
      .string()
      .nullable()
      .describe('Title of the section or source, when it is one; the format of an export'),
    amount: z.int().nullable().describe('Of a payment, in the currency’s minor unit'),
    currency: z.string().nullable().describe('ISO 4217'),
  })
  .meta({ id: 'ActivityEvent' });

export type ActivityEvent = z.infer<typeof ActivityEvent>;

export const ActivityPage = pageOf('ActivityPage', ActivityEvent);
