import { z } from 'zod';

export const GenerationUsage = z
  .object({
    userId: z.guid(),
    tokensUsedToday: z.int().describe('Since midnight UTC'),
    dailyTokenLimit: z.int(),
    tokensUsedTotal: z.int(),
    byDay: z
      .array(z.object({ day: z.iso.date(), tokens: z.int() }))
      .describe('Days with usage, newest first, at most 90'),
  })
  .meta({ id: 'GenerationUsage' });

export type GenerationUsage = z.infer<typeof GenerationUsage>;
