import { z } from 'zod';
import { SECTION_STATUSES } from './section';

export const Abstract = z
  .object({
    content: z.string().describe('Paragraphs without citations; empty while there is none'),
    status: z.enum(SECTION_STATUSES),
    wordCount: z.int(),
    writer: z
      .string()
      .nullable()
      .describe('The model that wrote it; `offline` is the writer that only arranges sources'),
    stale: z.boolean().describe('Whether the text has changed since the abstract was written'),
    version: z.int(),
  })
  .meta({ id: 'Abstract' });

export type Abstract = z.infer<typeof Abstract>;

export const UpdateAbstract = z
  .object({ content: z.string().trim().max(5000).describe('Empty for a document without one') })
  .meta({ id: 'UpdateAbstract' });

export type UpdateAbstract = z.infer<typeof UpdateAbstract>;
