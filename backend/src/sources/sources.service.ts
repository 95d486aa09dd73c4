import { Injectable } from '@nestjs/common';
import { type Page, type PageQuery, toPage } from '../common';
import type { Addition, StatedDetails } from './dto/addition';
import type { ImportReport } from './dto/import-report';
import type { Source } from './dto/source';
import { type AlongWith, SourceFilesService } from './files/source-files.service';
import { reportOf } from './importing/import-report';
import { ImportRepository } from './importing/import.repository';
import { DoiLookUp } from './providers/doi-look-up';
import { toDraft } from './reader/bibliography/to-draft';
import { withoutFileName } from './reader/full-text/file-name-title';
import type { Reading } from './reader/reading';
import { SourceReader } from './reader/source-reader';
import { SAMPLE_LIBRARY } from './sample-library';
import { SourcesRepository } from './sources.repository';
import { fileKind } from './upload/file-kind';
import { nothingAdded, type UploadedSource } from './upload/source-upload';

/** The sources of a document: each method checks that the document is the user's. */
@Injectable()
export class SourcesService {
  constructor(
    private readonly sources: SourcesRepository,
    private readonly imports: ImportRepository,
    private readonly reader: SourceReader,
    private readonly lookUp: DoiLookUp,
    private readonly files: SourceFilesService,
  ) {}

  async list(userId: string, documentId: string, query: PageQuery): Promise<Page<Source>> {
    const { sourceCount } = await this.sources.document(userId, documentId);
    return toPage(await this.sources.list(userId, documentId, query), sourceCount, query);
  }

  get(userId: string, documentId: string, id: string): Promise<Source> {
    return this.sources.get(userId, documentId, id);
  }

  remove(userId: string, documentId: string, id: string): Promise<void> {
    return this.files.removing(userId, documentId, id, () =>
      this.sources.remove(userId, documentId, id),
    );
  }

  /**
   * Adds what a file holds, or without one the work with a DOI.
   * @throws ProblemException as {@link addFile} and {@link addByDoi}; VALIDATION_FAILED for neither
   */
  add(
    userId: string,
    documentId: string,
    file: UploadedSource | undefined,
    { doi, ...stated }: Addition,
  ): Promise<ImportReport> {
    if (file !== undefined) return this.addFile(userId, documentId, file, stated);
    if (doi !== undefined) return this.addByDoi(userId, documentId, doi);
    throw nothingAdded();
  }

  /** @throws ProblemException NOT_FOUND; and as {@link DoiLookUp.citable} */
  private async addByDoi(userId: string, documentId: string, doi: string): Promise<ImportReport> {
    const { language } = await this.sources.document(userId, documentId);
    const csl = await this.lookUp.citable(doi);
    const drafts = [toDraft(csl, language)];
    return this.store(userId, documentId, { drafts, refused: [] });
  }

  /**
   * Adds what an uploaded file holds: all its readable entries, or nothing. What is the text of one
   * work is kept as well.
   * @throws ProblemException NOT_FOUND, UNSUPPORTED_FILE, UNREADABLE_FILE, UNAVAILABLE
   */
  private async addFile(
    userId: string,
    documentId: string,
    { path, originalname: fileName }: UploadedSource,
    stated: StatedDetails,
  ): Promise<ImportReport> {
    const { language } = await this.sources.document(userId, documentId);
    const kind = await fileKind(path, fileName);
    const details = withoutFileName(stated, fileName);
    const request = { kind, path, fileName, language, stated: details };
    const reading = await this.reader.read(request);
    return this.files.keeping({ documentId, kind, path }, reading, (along) =>
      this.store(userId, documentId, reading, along),
    );
  }

  /** Adds the sample library that comes with the product. Again, it adds nothing new. */
  async addSample(userId: string, documentId: string): Promise<ImportReport> {
    const { language } = await this.sources.document(userId, documentId);
    const file = { kind: 'csl-json', path: SAMPLE_LIBRARY, fileName: 'library.json' } as const;
    const reading = await this.reader.read({ ...file, language, stated: {} });
    return this.store(userId, documentId, reading);
  }

  private async store(
    userId: string,
    documentId: string,
    { drafts, refused }: Reading,
    along?: AlongWith,
  ): Promise<ImportReport> {
    const plan = await this.imports.store(userId, documentId, drafts, along);
    return reportOf(plan, refused);
  }
}
