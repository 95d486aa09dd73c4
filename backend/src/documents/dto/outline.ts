import { z } from 'zod';

/** An appendix is the author's own: no job writes it, and it stands after the bibliography. */
export const SECTION_ROLES = ['introduction', 'body', 'conclusion', 'appendix'] as const;

const title = z.string().trim().min(1).max(300);

/** One heading of a document, with what it is meant to say and how long. */
export const OutlineSection = z
  .object({
    id: z.guid(),
    number: z.string().describe('Such as 2.1; of an appendix, with a letter for its chapter'),
    title,
    level: z.union([z.literal(1), z.literal(2)]).describe('1 for a chapter, 2 for a part of it'),
    role: z.enum(SECTION_ROLES).describe('Parts of an appendix are appendices as well'),
    keyPoints: z.array(z.string().trim().min(1).max(500)).max(20),
    targetWords: z.int().min(0).max(20_000).describe('0 for a heading without text of its own'),
    sourceKeys: z.array(z.string().max(100)).max(200).describe('Sources meant to carry it'),
  })
  .meta({ id: 'OutlineSection' });

export type OutlineSection = z.infer<typeof OutlineSection>;

export const isAppendix = ({ role }: Pick<OutlineSection, 'role'>): boolean => role === 'appendix';

const researchQuestion = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .nullable()
  .describe('What the document is to answer; null for none');

export const Outline = z
  .object({ researchQuestion, sections: z.array(OutlineSection) })
  .meta({ id: 'Outline' });

export type Outline = z.infer<typeof Outline>;

/** An outline with the version of its document, which an edit names in `If-Match`. */
export const VersionedOutline = Outline.extend({
  sections: z.array(
    OutlineSection.extend({
      stale: z
        .boolean()
        .describe('Whether its title, points, sources or length changed since it was written'),
    }).meta({ id: 'VersionedOutlineSection' }),
  ),
  version: z.int(),
}).meta({ id: 'VersionedOutline' });

export type VersionedOutline = z.infer<typeof VersionedOutline>;

const MAX_SECTIONS = 150;

/** A section as a client sends it: one with a known `id` is kept, one without is new. */
export const OutlineSectionDraft = OutlineSection.omit({ number: true })
  .extend({
    id: z.guid().optional(),
    role: OutlineSection.shape.role.default('body'),
    keyPoints: OutlineSection.shape.keyPoints.default([]),
    targetWords: OutlineSection.shape.targetWords.default(500),
    sourceKeys: OutlineSection.shape.sourceKeys.default([]),
  })
  .meta({ id: 'OutlineSectionDraft' });

export type OutlineSectionDraft = z.infer<typeof OutlineSectionDraft>;

/** Of chapters only: their parts follow them. */
function appendicesLast(sections: readonly OutlineSectionDraft[]): boolean {
  const chapters = sections.filter(({ level }) => level === 1);
  const first = chapters.findIndex(isAppendix);
  return first === -1 || chapters.slice(first).every(isAppendix);
}

export const OutlineDraft = z
  .object({
    researchQuestion: researchQuestion.optional().describe('As it was when left out'),
    sections: z
      .array(OutlineSectionDraft)
      .min(1)
      .max(MAX_SECTIONS)
      .refine((sections) => sections[0]?.level === 1, 'The first section must be a chapter.')
      .refine(([first]) => first?.role !== 'appendix', 'The first section must not be an appendix.')
      .refine(appendicesLast, 'Appendices come last.')
      .refine((sections) => {
        const ids = sections.map(({ id }) => id).filter((id) => id !== undefined);
        return new Set(ids).size === ids.length;
      }, 'A section stands in the outline twice.'),
  })
  .meta({ id: 'OutlineDraft' });

export type OutlineDraft = z.infer<typeof OutlineDraft>;
