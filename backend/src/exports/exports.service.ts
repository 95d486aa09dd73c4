import { Injectable, StreamableFile } from '@nestjs/common';
import { contentDisposition, notFound } from '../common';
import { MissingFileError } from '../storage';
import { DownloadLinks } from './download-links';
import type { ExportLink, ExportRequest } from './dto/export';
import { ExportFiles } from './export-files';
import { EXTENSIONS, type FileFormat, MEDIA_TYPES } from './export-format';
import { type ExportParts, ExportSource } from './export-source';
import { ExportsRepository, type StoredExport } from './exports.repository';

@Injectable()
export class ExportsService {
  constructor(
    private readonly source: ExportSource,
    private readonly files: ExportFiles,
    private readonly exports: ExportsRepository,
    private readonly links: DownloadLinks,
  ) {}

  /** @throws ProblemException NOT_FOUND, NOTHING_TO_EXPORT, INVALID_CITATION, EXPORT_FAILED */
  async create(
    ownerId: string,
    documentId: string,
    { format, ...parts }: ExportRequest,
  ): Promise<ExportLink> {
    const input = await this.source.read(ownerId, documentId, parts);
    const { id, fileSize, sha256 } = await this.files.obtain(documentId, format, input);
    const { url, expiresAt } = this.links.sign(id);
    await this.exports.keepUntil(id, expiresAt);
    return { downloadUrl: url, expiresAt: expiresAt.toISOString(), fileSize, format, sha256 };
  }

  /**
   * The file of a document as it is now.
   * @throws ProblemException as {@link create}
   */
  async download(ownerId: string, documentId: string, format: FileFormat, parts: ExportParts) {
    const input = await this.source.read(ownerId, documentId, parts);
    const open = async () => {
      const stored = await this.files.obtain(documentId, format, input);
      return this.answer({ ...stored, title: input.title });
    };
    // A file that is gone from the store has been forgotten by the first attempt
    return open().catch((error: unknown) => {
      if (error instanceof MissingFileError) return open();
      throw error;
    });
  }

  /** @throws ProblemException NOT_FOUND, LINK_EXPIRED */
  async downloadByLink(token: string): Promise<StreamableFile> {
    const stored = await this.exports.get(this.links.verify(token));
    if (stored === undefined) throw notFound();
    return this.answer(stored).catch((error: unknown) => {
      throw error instanceof MissingFileError ? notFound() : error;
    });
  }

  private async answer(stored: StoredExport & { title: string }): Promise<StreamableFile> {
    return new StreamableFile(await this.files.open(stored), {
      type: MEDIA_TYPES[stored.format],
      disposition: contentDisposition(stored.title, EXTENSIONS[stored.format]),
      length: stored.fileSize,
    });
  }
}
