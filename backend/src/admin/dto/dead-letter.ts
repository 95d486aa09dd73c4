import { z } from 'zod';
import { pageOf, PageQuery, sortedBy } from '../../common';
import { DEAD_LETTER_SORTS } from '../../outbox';

export const DeadLetter = z
  .object({
    id: z.uuid(),
    topic: z.string().describe('What kind of effect, such as `job-ended`'),
    key: z.string().describe('What caused it, such as a job'),
    attempts: z.int(),
    lastError: z.string().nullable(),
    createdAt: z.iso.datetime(),
    deadAt: z.iso.datetime().describe('When it was given up'),
  })
  .meta({ id: 'DeadLetter' });
export type DeadLetter = z.infer<typeof DeadLetter>;

export const DeadLetterPage = pageOf('DeadLetterPage', DeadLetter);

export const DeadLetterQuery = PageQuery.extend(sortedBy(DEAD_LETTER_SORTS));
export type DeadLetterQuery = z.infer<typeof DeadLetterQuery>;
