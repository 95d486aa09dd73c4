import { z } from 'zod';
import { pageOf } from '../../common';

export const Session = z
  .object({
    id: z.uuid(),
    userAgent: z.string().nullable().describe('As the browser named itself at sign-in'),
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().describe('Sign-in, or the last exchange of the refresh cookie'),
    current: z.boolean().describe('Whether it is the one that asks'),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof Session>;

export const SessionPage = pageOf('SessionPage', Session);
