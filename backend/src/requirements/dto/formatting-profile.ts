import { z } from 'zod';
import { Formatting } from '../profile/formatting';

export const KnownProfile = z
  .object({
    id: z.string(),
    name: z.string(),
    country: z.string().nullable().describe('ISO 3166-1; null where it holds anywhere'),
    language: z.string().nullable().describe('ISO 639-1, of the rules'),
    source: z
      .object({ title: z.string(), url: z.url() })
      .nullable()
      .describe('Where the rules are published; null for a profile that a student shares'),
    shared: z.boolean().describe('By a student of the caller’s university'),
    own: z.boolean().describe('Shared by the caller, who may take it back'),
    formatting: Formatting,
  })
  .meta({ id: 'KnownProfile' });

export type KnownProfile = z.infer<typeof KnownProfile>;

export const KnownProfileList = z
  .object({ items: z.array(KnownProfile) })
  .meta({ id: 'KnownProfileList' });

export type KnownProfileList = z.infer<typeof KnownProfileList>;

export const ShareProfile = z
  .object({
    documentId: z.guid().describe('Whose requirements to share'),
    name: z.string().trim().min(3).max(120),
  })
  .meta({ id: 'ShareProfile' });

export type ShareProfile = z.infer<typeof ShareProfile>;
