import { z } from 'zod';

export const MergeSource = z
  .strictObject({ into: z.guid().describe('The source that stays') })
  .meta({ id: 'MergeSource' });

export type MergeSource = z.infer<typeof MergeSource>;

export const MergedSource = z
  .object({
    key: z.string().describe('Of the source that stayed'),
    sections: z.array(z.guid()).describe('Sections whose citations have been rewritten'),
  })
  .meta({ id: 'MergedSource' });

export type MergedSource = z.infer<typeof MergedSource>;

export const SeparatedSource = z
  .object({
    id: z.guid().describe('Of the source that is there again'),
    key: z.string().describe('Of the same'),
    sections: z.array(z.guid()).describe('Sections whose citations have been rewritten back'),
  })
  .meta({ id: 'SeparatedSource' });

export type SeparatedSource = z.infer<typeof SeparatedSource>;
