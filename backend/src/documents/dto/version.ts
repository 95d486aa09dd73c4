import { z } from 'zod';
import { PageQuery, pageOf } from '../../common';
import { VERSION_STEPS } from '../provenance/origin';

export const VersionSummary = z
  .object({
    id: z.guid(),
    sectionId: z.guid(),
    sectionTitle: z.string(),
    version: z.int().describe('The version that the section had with this text'),
    step: z.enum(VERSION_STEPS).describe('`edit` is by a person'),
    writer: z.string().nullable().describe('The model; null for a person'),
    wordCount: z.int(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: 'VersionSummary' });

export type VersionSummary = z.infer<typeof VersionSummary>;

export const VersionPage = pageOf('VersionPage', VersionSummary);

export const Version = VersionSummary.extend({
  content: z.string().describe('Markdown with Pandoc citations'),
}).meta({ id: 'Version' });

export type Version = z.infer<typeof Version>;

export const VersionQuery = PageQuery.extend({ sectionId: z.guid().optional() });

export type VersionQuery = z.infer<typeof VersionQuery>;
