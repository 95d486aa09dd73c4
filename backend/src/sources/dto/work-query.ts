import { z } from 'zod';
import { MAX_WORDS } from '../providers/question';

export const WorkQuery = z.object({
  query: z.string().trim().min(3).max(MAX_WORDS).describe('Words of the title or the matter'),
  author: z.string().trim().min(1).max(200).optional().describe('A family name'),
  year: z.coerce.number().int().min(1).max(9999).optional(),
  limit: z.coerce.number().int().min(1).max(25).default(10),
});

export type WorkQuery = z.infer<typeof WorkQuery>;
