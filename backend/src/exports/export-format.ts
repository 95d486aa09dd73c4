import { Injectable, type PipeTransform } from '@nestjs/common';
import { notFound } from '../common';

/** Formats that are set in pages, and can be held against rules of form. */
export const EXPORT_FORMATS = ['docx', 'pdf'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** All formats that a document can be exported to; `md` is Pandoc's Markdown with its references. */
export const FILE_FORMATS = [...EXPORT_FORMATS, 'md'] as const;

export type FileFormat = (typeof FILE_FORMATS)[number];

export const MEDIA_TYPES: Record<FileFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  md: 'application/zip',
};

/** Of the file's name, without a dot. */
export const EXTENSIONS: Record<FileFormat, string> = { docx: 'docx', pdf: 'pdf', md: 'zip' };

function known<Format extends string>(formats: readonly Format[], value: string): Format {
  const format = formats.find((one) => one === value);
  if (format === undefined) throw notFound();
  return format;
}

/** A format in a path; what is no format names nothing, so it is not found. */
@Injectable()
export class FormatPipe implements PipeTransform<string, ExportFormat> {
  transform(value: string): ExportFormat {
    return known(EXPORT_FORMATS, value);
  }
}

/** The same for every format that a file can have. */
@Injectable()
export class FileFormatPipe implements PipeTransform<string, FileFormat> {
  transform(value: string): FileFormat {
    return known(FILE_FORMATS, value);
  }
}
