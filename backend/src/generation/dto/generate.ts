import { z } from 'zod';
import { Outline } from '../../documents';

const additionalRequirements = z.string().trim().max(5000).optional();

export const GenerateOutline = z
  .object({ documentId: z.guid(), additionalRequirements })
  .meta({ id: 'GenerateOutline' });

export type GenerateOutline = z.infer<typeof GenerateOutline>;

export const GeneratedOutline = z
  .object({
    outline: Outline,
    estimatedSections: z.int().describe('Sections with text of their own'),
    estimatedWordCount: z.int(),
  })
  .meta({ id: 'GeneratedOutline' });

export type GeneratedOutline = z.infer<typeof GeneratedOutline>;

export const GenerateSection = z
  .object({ documentId: z.guid(), sectionId: z.guid(), additionalRequirements })
  .meta({ id: 'GenerateSection' });

export type GenerateSection = z.infer<typeof GenerateSection>;

export const GeneratedCitation = z
  .object({
    key: z.string(),
    sourceId: z.guid(),
    locator: z.string().nullable().describe('As cited, such as `12`'),
    quotation: z.string().nullable().describe('Words of the source that it rests on'),
  })
  .meta({ id: 'GeneratedCitation' });

export type GeneratedCitation = z.infer<typeof GeneratedCitation>;

export const GeneratedSection = z
  .object({
    sectionId: z.guid(),
    content: z.string(),
    wordCount: z.int(),
    citations: z.array(GeneratedCitation),
    tokensUsed: z.int(),
  })
  .meta({ id: 'GeneratedSection' });

export type GeneratedSection = z.infer<typeof GeneratedSection>;
