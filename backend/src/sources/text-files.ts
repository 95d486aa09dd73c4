import { Injectable } from '@nestjs/common';
import type { TextParagraph } from './reader/reading';
import { SourceReader } from './reader/source-reader';
import { textFileKind } from './upload/file-kind';
import { noFile, type UploadedSource } from './upload/source-upload';

/** Reads uploads for their text alone, as confined as those that are read for sources. */
@Injectable()
export class TextFiles {
  constructor(private readonly reader: SourceReader) {}

  /** @throws ProblemException UNSUPPORTED_FILE, UNREADABLE_FILE, UNAVAILABLE; VALIDATION_FAILED for no file */
  async read(file: UploadedSource | undefined): Promise<TextParagraph[]> {
    if (file === undefined) throw noFile();
    const format = await textFileKind(file.path, file.originalname);
    const { paragraphs } = await this.reader.read({ kind: 'text', format, path: file.path });
    return paragraphs ?? [];
  }
}
