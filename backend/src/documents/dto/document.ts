import { z } from 'zod';
import { CITATION_STYLES } from '../../citations';
import { DOCUMENT_LANGUAGES, PageQuery, pageOf } from '../../common';
import { Outline } from './outline';
import { Section } from './section';

export const DOCUMENT_TYPES = [
  'essay',
  'term_paper',
  'bachelor_thesis',
  'master_thesis',
  'doctoral_thesis',
] as const;

export const DOCUMENT_STATUSES = ['draft', 'outlined', 'generating', 'completed'] as const;

const fields = {
  title: z.string().trim().min(1).max(500),
  topic: z.string().trim().min(10).max(2000),
  language: z.enum(DOCUMENT_LANGUAGES),
  type: z.enum(DOCUMENT_TYPES),
  targetPages: z.int().min(3).max(200),
  citationStyle: z.enum(CITATION_STYLES),
  additionalRequirements: z.string().trim().max(5000),
};

export const CreateDocument = z
  .object({ ...fields, additionalRequirements: fields.additionalRequirements.default('') })
  .meta({ id: 'CreateDocument' });

export type CreateDocument = z.infer<typeof CreateDocument>;

const archived = z.boolean().describe('Put away by its owner: kept, and out of the lists');

export const UpdateDocument = z
  .object({ ...fields, archived })
  .partial()
  .refine((patch) => Object.keys(patch).length > 0, 'Name at least one field to change.')
  .meta({ id: 'UpdateDocument' });

export type UpdateDocument = z.infer<typeof UpdateDocument>;

export const DocumentSummary = z
  .object({
    id: z.guid(),
    ...fields,
    status: z.enum(DOCUMENT_STATUSES),
    wordCount: z.int(),
    archived,
    version: z.int(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'DocumentSummary' });

export type DocumentSummary = z.infer<typeof DocumentSummary>;

export const Document = DocumentSummary.extend({
  outline: Outline.nullable(),
  sections: z.array(Section).describe('In the order of the outline'),
}).meta({ id: 'Document' });

export type Document = z.infer<typeof Document>;

export const DOCUMENT_ORDERS = ['newest', 'changed', 'title', 'words'] as const;

export const DocumentQuery = PageQuery.extend({
  search: z.string().trim().max(200).default('').describe('A part of the title or the topic'),
  status: z.enum(DOCUMENT_STATUSES).optional(),
  archived: z
    .enum(['false', 'true', 'any'])
    .default('false')
    .describe('Whether those that were put away are wanted: not, only, or as well'),
  sort: z.enum(DOCUMENT_ORDERS).default('newest').describe('Newest, longest, or A to Z first'),
});

export type DocumentQuery = z.infer<typeof DocumentQuery>;

export const DocumentPage = pageOf('DocumentPage', DocumentSummary);
