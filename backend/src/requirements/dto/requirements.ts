import { z } from 'zod';
import { Formatting } from '../profile/formatting';
import { FormattingProfile, RULE_NAMES } from '../profile/profile';
import { TITLE_PAGE_FIELDS, type TitlePageField } from '../profile/vocabulary';

/** Fields that the document itself holds. */
const KNOWN = ['document_type', 'title', 'author', 'year'] as const satisfies TitlePageField[];

type Known = (typeof KNOWN)[number];

export type StatedField = Exclude<TitlePageField, Known>;

const STATED_FIELDS = TITLE_PAGE_FIELDS.filter(
  (field): field is StatedField => !(KNOWN as readonly string[]).includes(field),
);

const line = z.string().trim().min(1).max(300);

/** What a title page says that only the student knows. */
export const TitlePageDetails = z
  .strictObject(
    Object.fromEntries(STATED_FIELDS.map((field) => [field, line])) as Record<
      StatedField,
      typeof line
    >,
  )
  .partial()
  .meta({ id: 'TitlePageDetails' });

export type TitlePageDetails = z.infer<typeof TitlePageDetails>;

export const Requirements = z
  .object({
    id: z.guid().nullable().describe('Null while there are none'),
    profile: FormattingProfile,
    titlePage: TitlePageDetails,
    preview: z.string().describe('Beginning of the text that was read; empty for none'),
    warnings: z.array(z.string()),
    version: z.int(),
  })
  .meta({ id: 'Requirements' });

export type Requirements = z.infer<typeof Requirements>;

export const UploadedRequirements = Requirements.pick({
  profile: true,
  preview: true,
  warnings: true,
  version: true,
})
  .extend({ id: z.guid() })
  .meta({ id: 'UploadedRequirements' });

export type UploadedRequirements = z.infer<typeof UploadedRequirements>;

export const ReplaceRequirements = z
  .object({
    formatting: Formatting.describe(
      'All rules that hold. A value as it was read is confirmed, another is the student’s; what is left out is not ruled',
    ),
    titlePage: TitlePageDetails.optional().describe('Left out: stays as it is'),
    profile: z
      .string()
      .max(100)
      .optional()
      .describe('Id of the formatting profile that the values were taken from'),
    open: z
      .array(RULE_NAMES)
      .max(100)
      .optional()
      .describe(
        'Rules that the student has not decided on yet: a value as it was read stays unconfirmed, with what contradicts it',
      ),
  })
  .meta({ id: 'ReplaceRequirements' });

export type ReplaceRequirements = z.infer<typeof ReplaceRequirements>;
