import { z } from 'zod';
import { pageOf } from '../../../common';
import { PASSAGE_KINDS } from '../../passages/passage';

/** Kinds of files that are the text of one work, and so are kept to be read. */
export const KEPT_KINDS = ['pdf', 'docx'] as const;

export type KeptKind = (typeof KEPT_KINDS)[number];

export const SourceFile = z
  .object({
    id: z.guid(),
    kind: z.enum(KEPT_KINDS),
    fileSize: z.int().describe('In bytes'),
  })
  .meta({ id: 'SourceFile' });

export type SourceFile = z.infer<typeof SourceFile>;

export const SourceFileList = z
  .object({
    items: z
      .array(SourceFile)
      .describe('In the order in which they came; none where no file was added, or none was kept'),
  })
  .meta({ id: 'SourceFileList' });

export type SourceFileList = z.infer<typeof SourceFileList>;

export const SourceFileQuery = z.object({
  fileId: z.guid().optional().describe('The first one when left out'),
});

export type SourceFileQuery = z.infer<typeof SourceFileQuery>;

export const SourcePassage = z
  .object({
    id: z.guid(),
    fileId: z.guid().nullable().describe('The file that it stands in, where that is kept'),
    page: z.int().nullable().describe('As counted in the file, from 1'),
    kind: z.enum(PASSAGE_KINDS),
    text: z.string().describe('A literal part of the source’s text'),
  })
  .meta({ id: 'SourcePassage' });

export type SourcePassage = z.infer<typeof SourcePassage>;

export const SourcePassagePage = pageOf('SourcePassagePage', SourcePassage);
