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

export const GoneSource = z
  .object({
    id: z.guid().describe('Of the source that went, by which it comes back'),
    key: z.string(),
    title: z.string(),
    into: z.guid().describe('The source that stayed'),
    sections: z.int().describe('Sections whose citations had been rewritten'),
    mergedAt: z.iso.datetime(),
  })
  .meta({ id: 'GoneSource' });

export const GoneSourceList = z
  .object({ items: z.array(GoneSource).describe('The newest first, a hundred at most') })
  .meta({ id: 'GoneSourceList' });

export type GoneSourceList = z.infer<typeof GoneSourceList>;
