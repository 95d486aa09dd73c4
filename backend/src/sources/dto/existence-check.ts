import { z } from 'zod';
import { SOURCE_PROVIDERS } from '../../config';
import { COMPARED_FIELDS } from '../existence/differences';

export const EXISTENCE_STATES = ['verified', 'differs', 'not_found', 'unchecked'] as const;

export const ExistenceCheck = z
  .object({
    state: z
      .enum(EXISTENCE_STATES)
      .describe(
        'verified: there is such a work; differs: there is, but the reference describes it wrongly; ' +
          'not_found: every provider that was asked knows no such work; unchecked: it could not be ' +
          'found out, which says nothing about the work',
      ),
    differences: z
      .array(z.object({ field: z.enum(COMPARED_FIELDS), yours: z.string(), theirs: z.string() }))
      .describe('Each as an edit takes it; author is the first one'),
    provider: z.enum(SOURCE_PROVIDERS).nullable().describe('Whose record it was compared with'),
    retracted: z.boolean().nullable().describe('null: not known'),
    checkedAt: z.iso.datetime(),
  })
  .meta({ id: 'ExistenceCheck' });

export type ExistenceCheck = z.infer<typeof ExistenceCheck>;
