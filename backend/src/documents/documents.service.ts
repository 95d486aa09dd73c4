import { Inject, Injectable, Logger } from '@nestjs/common';
import { type Page, toPage, versionFrom } from '../common';
import { CONFIGURATION, type Configuration } from '../config';
import { documentFolder, Storage } from '../storage';
import { DocumentsRepository } from './documents.repository';
import type {
  CreateDocument,
  Document,
  DocumentQuery,
  DocumentSummary,
  UpdateDocument,
} from './dto/document';

interface DocumentLimits {
  limits: Pick<Configuration['limits'], 'disabled' | 'documentsPerUser'>;
}

@Injectable()
export class DocumentsService {
  private readonly logger = new Logger(DocumentsService.name);

  constructor(
    private readonly documents: DocumentsRepository,
    private readonly storage: Storage,
    @Inject(CONFIGURATION) private readonly config: DocumentLimits,
  ) {}

  /** @throws ProblemException DOCUMENT_LIMIT when the owner has as many as one may have */
  create(ownerId: string, fields: CreateDocument): Promise<Document> {
    const { disabled, documentsPerUser } = this.config.limits;
    return this.documents.create(ownerId, fields, disabled ? null : documentsPerUser);
  }

  async list(ownerId: string, query: DocumentQuery): Promise<Page<DocumentSummary>> {
    const { items, total } = await this.documents.list(ownerId, query);
    return toPage(items, total, query);
  }

  /** @throws ProblemException NOT_FOUND, also for another's document */
  getOwned(ownerId: string, id: string): Promise<Document> {
    return this.documents.get(ownerId, id);
  }

  /** @throws ProblemException NOT_FOUND, STALE_VERSION */
  async update(
    ownerId: string,
    id: string,
    patch: UpdateDocument,
    ifMatch?: string,
  ): Promise<Document> {
    await this.documents.update(ownerId, id, patch, versionFrom(ifMatch));
    return this.documents.get(ownerId, id);
  }

  /**
   * Rows first: a row without its file is a broken promise. Files that cannot be deleted now, or come
   * while they are, go by a message that was left with the rows.
   * @throws ProblemException NOT_FOUND
   */
  async remove(ownerId: string, id: string): Promise<void> {
    await this.documents.remove(ownerId, id);
    await this.storage.deleteFolder(documentFolder(id)).catch((error: unknown) => {
      this.logger.warn({ err: error }, 'Files of a deleted document have to be deleted later.');
    });
  }
}
