import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Injectable, Logger, StreamableFile } from '@nestjs/common';
import { contentDisposition, newId, notFound } from '../../common';
import { DocumentsService } from '../../documents';
import { noFile, type UploadedSource } from '../../sources';
import { documentFolder, MissingFileError, Storage } from '../../storage';
import type { Figure, FigureDetails, FigureFields, FigureList } from './dto/figure';
import { figureKey } from './figure-key';
import { FiguresRepository, type StoredFigure } from './figures.repository';
import { imageKind } from './image/image-kind';
import { ImageReader } from './image/image-reader';

const EXTENSIONS = { 'image/png': 'png', 'image/jpeg': 'jpg' } as const;

const shown = ({ sha256: _, storageKey: __, ...figure }: StoredFigure): Figure => figure;

/** The images of a document: what its text shows as figures. */
@Injectable()
export class FiguresService {
  private readonly logger = new Logger(FiguresService.name);

  constructor(
    private readonly documents: DocumentsService,
    private readonly figures: FiguresRepository,
    private readonly images: ImageReader,
    private readonly storage: Storage,
  ) {}

  /** @throws ProblemException NOT_FOUND */
  async list(ownerId: string, documentId: string): Promise<FigureList> {
    await this.documents.getOwned(ownerId, documentId);
    return { items: (await this.figures.list(ownerId, documentId)).map(shown) };
  }

  /**
   * @throws ProblemException NOT_FOUND, UNSUPPORTED_FILE, UNREADABLE_FILE, UNAVAILABLE, CONFLICT;
   *   VALIDATION_FAILED for no file
   */
  async add(
    ownerId: string,
    documentId: string,
    file: UploadedSource | undefined,
    { key, caption = '', altText = '' }: FigureFields,
  ): Promise<Figure> {
    if (file === undefined) throw noFile();
    const content = await readFile(file.path);
    const image = await this.images.read({ path: file.path, kind: imageKind(content) });
    const { data, mediaType, width, height } = image;
    const id = newId();
    const storageKey = `${documentFolder(documentId)}/figures/${id}.${EXTENSIONS[mediaType]}`;
    const sha256 = createHash('sha256').update(data).digest('hex');
    const figure = { id, caption, altText, mediaType, width, height, sha256, storageKey };
    await this.storage.put(storageKey, Buffer.from(data));
    try {
      const keyFrom = (taken: ReadonlySet<string>) => figureKey(key, file.originalname, taken);
      const stored = { ...figure, fileSize: data.length };
      return shown(await this.figures.add(ownerId, documentId, stored, keyFrom));
    } catch (error) {
      await this.forget(storageKey);
      throw error;
    }
  }

  /** @throws ProblemException NOT_FOUND */
  async content(ownerId: string, documentId: string, id: string): Promise<StreamableFile> {
    const figure = await this.figures.get(ownerId, documentId, id);
    const { key, mediaType, fileSize, storageKey } = figure;
    const file = await this.storage.get(storageKey).catch((error: unknown) => {
      throw error instanceof MissingFileError ? notFound() : error;
    });
    const disposition = contentDisposition(key, EXTENSIONS[mediaType]);
    const inline = disposition.replace(/^attachment/, 'inline');
    return new StreamableFile(file, { type: mediaType, disposition: inline, length: fileSize });
  }

  /** @throws ProblemException NOT_FOUND */
  async update(
    ownerId: string,
    documentId: string,
    id: string,
    details: FigureDetails,
  ): Promise<Figure> {
    return shown(await this.figures.update(ownerId, documentId, id, details));
  }

  /** @throws ProblemException NOT_FOUND */
  async remove(ownerId: string, documentId: string, id: string): Promise<void> {
    await this.forget(await this.figures.remove(ownerId, documentId, id));
  }

  /** What is left of it costs only space. */
  private async forget(storageKey: string): Promise<void> {
    await this.storage.delete(storageKey).catch((error: unknown) => {
      this.logger.warn({ err: error }, 'The file of a figure could not be removed');
    });
  }
}
