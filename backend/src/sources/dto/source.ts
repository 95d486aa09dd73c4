import { z } from 'zod';
import { pageOf } from '../../common';
import { ExistenceCheck } from './existence-check';
import { SOURCE_STATUSES } from '../source.entity';

export const Source = z
  .object({
    id: z.uuid(),
    key: z
      .string()
      .describe('What citations in the text name: [@key]')
      .meta({ example: 'roediger2006' }),
    title: z.string(),
    authors: z.array(z.string()).describe('In reading order; editors where there is no author'),
    names: z
      .array(z.string())
      .describe(
        'The authors as an edit takes them: Family, Given; an organisation without a comma',
      ),
    year: z.int().nullable(),
    status: z
      .enum(SOURCE_STATUSES)
      .describe('ready: has text to write from; reference_only: can be cited, says nothing to us'),
    type: z.string().describe('CSL item type').meta({ example: 'article-journal' }),
    container: z.string().nullable().describe('The journal, book or site it appeared in'),
    doi: z.string().nullable(),
    url: z.string().nullable(),
    volume: z.string().nullable(),
    issue: z.string().nullable(),
    pages: z.string().nullable().describe('Where in the container it stands, such as 249–255'),
    edition: z.string().nullable(),
    publisher: z.string().nullable(),
    place: z.string().nullable().describe('Of the publisher'),
    language: z.string().nullable().describe('Of the work'),
    pageCount: z.int().nullable().describe('Pages of the file, if it came with one'),
    passageCount: z.int(),
    check: ExistenceCheck.nullable().describe(
      'Whether the work exists; null while the reference as it is now has not been checked',
    ),
    mandatory: z.boolean().describe('Its owner wants it cited in any case'),
  })
  .meta({ id: 'Source' });

export type Source = z.infer<typeof Source>;

export const SourcePage = pageOf('SourcePage', Source);
