import { Injectable, type PipeTransform } from '@nestjs/common';
import { notFound } from '../common';

/** File formats that a document can be exported to. */
export const EXPORT_FORMATS = ['docx', 'pdf'] as const;

export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const MEDIA_TYPES: Record<ExportFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

/** A format in a path; what is no format names nothing, so it is not found. */
@Injectable()
export class FormatPipe implements PipeTransform<string, ExportFormat> {
  transform(value: string): ExportFormat {
    const format = EXPORT_FORMATS.find((known) => known === value);
    if (format === undefined) throw notFound();
    return format;
  }
}
