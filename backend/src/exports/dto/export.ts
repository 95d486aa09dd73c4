import { z } from 'zod';
import { FILE_FORMATS } from '../export-format';

export const ExportRequest = z
  .object({
    format: z.enum(FILE_FORMATS),
    declaration: z
      .boolean()
      .default(true)
      .describe('With the declaration on the use of AI, where there is something to declare'),
  })
  .meta({ id: 'ExportRequest' });

export type ExportRequest = z.infer<typeof ExportRequest>;

export const ExportQuery = z.object({
  declaration: z
    .enum(['true', 'false'])
    .default('true')
    .transform((word) => word === 'true'),
});

export type ExportQuery = z.infer<typeof ExportQuery>;

export const ReportQuery = ExportQuery.extend({
  download: z
    .enum(['true', 'false'])
    .default('false')
    .transform((word) => word === 'true')
    .describe('Answers with a name to store it under'),
});

export type ReportQuery = z.infer<typeof ReportQuery>;

export const ExportLink = z
  .object({
    downloadUrl: z.url().describe('Works by itself, without sign-in, until it expires'),
    expiresAt: z.iso.datetime(),
    fileSize: z.int().describe('In bytes'),
    format: z.enum(FILE_FORMATS),
    sha256: z.string().describe('Of the file, in hexadecimal'),
  })
  .meta({ id: 'ExportLink' });

export type ExportLink = z.infer<typeof ExportLink>;
