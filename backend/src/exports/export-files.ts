import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import { newId, notFound, violates } from '../common';
import { documentFolder, MissingFileError, Storage } from '../storage';
import { EXTENSIONS, type FileFormat } from './export-format';
import { contentHash } from './export-source';
import { ExportsRepository, type StoredExport } from './exports.repository';
import { FigureImages } from './figures/figure-images';
import type { ExportInput } from './model/export-input';
import { RenderPool } from './render-pool';

/** Makes the files of documents, each content once, and keeps them. */
@Injectable()
export class ExportFiles {
  private readonly logger = new Logger(ExportFiles.name);
  private readonly underWay = new Map<string, Promise<StoredExport>>();

  constructor(
    private readonly exports: ExportsRepository,
    private readonly storage: Storage,
    private readonly renderer: RenderPool,
    private readonly figures: FigureImages,
  ) {}

  /** The file of this content, made now if it never was. */
  async obtain(documentId: string, format: FileFormat, input: ExportInput): Promise<StoredExport> {
    const hash = contentHash(input);
    const stored = await this.exports.find(documentId, format, hash);
    if (stored !== undefined) return stored;
    const task = `${documentId} ${format} ${hash}`;
    const running = this.underWay.get(task) ?? this.make(documentId, format, hash, input);
    this.underWay.set(task, running);
    try {
      return await running;
    } finally {
      this.underWay.delete(task);
    }
  }

  /** @throws MissingFileError when the file is gone; then it is forgotten, to be made again */
  async open({ id, storageKey }: Pick<StoredExport, 'id' | 'storageKey'>): Promise<Readable> {
    try {
      return await this.storage.get(storageKey);
    } catch (error) {
      if (error instanceof MissingFileError) await this.exports.remove(id);
      throw error;
    }
  }

  private async make(
    documentId: string,
    format: FileFormat,
    hash: string,
    input: ExportInput,
  ): Promise<StoredExport> {
    const file = await this.renderer.render(await this.figures.loaded(input), format);
    const id = newId();
    const stored: StoredExport = {
      id,
      documentId,
      format,
      contentHash: hash,
      storageKey: `${documentFolder(documentId)}/exports/${id}.${EXTENSIONS[format]}`,
      sha256: createHash('sha256').update(file).digest('hex'),
      fileSize: file.length,
    };
    await this.storage.put(stored.storageKey, file);
    const winner = (await this.register(stored)) ? stored : undefined;
    if (winner === undefined) await this.storage.delete(stored.storageKey);
    else await this.forgetOutdated(stored);
    return winner ?? (await this.exports.find(documentId, format, hash)) ?? stored;
  }

  private async register(stored: StoredExport): Promise<boolean> {
    try {
      return await this.exports.insert(stored);
    } catch (error) {
      await this.storage.delete(stored.storageKey);
      // the document was deleted while its file was being made
      throw violates(error, 'foreign_key') ? notFound() : error;
    }
  }

  /** Leftovers cost only space, so failing to remove them fails no export. */
  private async forgetOutdated(stored: StoredExport): Promise<void> {
    try {
      const keys = await this.exports.forgetOutdated(stored);
      await Promise.all(keys.map((key) => this.storage.delete(key)));
    } catch (error) {
      this.logger.warn({ err: error }, 'Outdated exports could not be removed');
    }
  }
}
