import { z } from 'zod';
import { CITATION_STYLES } from '../../citations';

export const Bibliography = z
  .object({
    citationStyle: z.enum(CITATION_STYLES),
    entries: z
      .array(
        z.object({
          key: z.string(),
          label: z.string().nullable().describe('Such as [1] in a numeric style'),
          text: z.string(),
        }),
      )
      .describe('Every cited source once and no other, in the order of the style'),
  })
  .meta({ id: 'Bibliography' });

export type Bibliography = z.infer<typeof Bibliography>;
