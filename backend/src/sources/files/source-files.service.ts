import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId, notFound, type Page, type PageQuery, toPage } from '../../common';
import { documentFolder, MissingFileError, Storage } from '../../storage';
import type { ImportPlan } from '../importing/plan-import';
import type { AttachedFile } from '../importing/record-merges';
import type { Reading, SourceFileKind } from '../reader/reading';
import {
  KEPT_KINDS,
  type KeptKind,
  type SourceFileList,
  type SourceFileQuery,
  type SourcePassage,
} from './dto/source-file';
import type { RangedFile } from './ranged-file.interceptor';
import { SourceFilesRepository, type StoredSourceFile } from './source-files.repository';

const MEDIA_TYPES: Record<KeptKind, string> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

const isKept = (kind: SourceFileKind): kind is KeptKind =>
  (KEPT_KINDS as readonly string[]).includes(kind);

/** An upload that has been read. */
interface ReadUpload {
  documentId: string;
  kind: SourceFileKind;
  path: string;
}

/** What is to happen in the transaction that stores an import. */
export type AlongWith = (manager: EntityManager, plan: ImportPlan) => Promise<AttachedFile | null>;

/** The files that students add as sources, kept for themselves to read in. */
@Injectable()
export class SourceFilesService {
  private readonly logger = new Logger(SourceFilesService.name);

  constructor(
    private readonly files: SourceFilesRepository,
    private readonly storage: Storage,
  ) {}

  /** @throws ProblemException NOT_FOUND */
  async list(ownerId: string, documentId: string, sourceId: string): Promise<SourceFileList> {
    await this.files.passageCount(ownerId, documentId, sourceId);
    const files = await this.files.list(ownerId, documentId, sourceId);
    return { items: files.map(({ sha256: _, storageKey: __, ...file }) => file) };
  }

  /** @throws ProblemException NOT_FOUND */
  async content(
    ownerId: string,
    documentId: string,
    sourceId: string,
    { fileId }: SourceFileQuery,
  ): Promise<RangedFile> {
    const files = await this.files.list(ownerId, documentId, sourceId);
    const file = files.find(({ id }) => fileId === undefined || id === fileId);
    if (file === undefined) throw notFound();
    const { kind, fileSize: size, sha256, storageKey } = file;
    return {
      ...{ type: MEDIA_TYPES[kind], name: `source.${kind}`, size, etag: `"${sha256}"` },
      open: (range) =>
        this.storage.get(storageKey, range).catch((error: unknown) => {
          throw error instanceof MissingFileError ? notFound() : error;
        }),
    };
  }

  /** @throws ProblemException NOT_FOUND */
  async passages(
    ownerId: string,
    documentId: string,
    sourceId: string,
    query: PageQuery,
  ): Promise<Page<SourcePassage>> {
    const total = await this.files.passageCount(ownerId, documentId, sourceId);
    const items = await this.files.passages(ownerId, documentId, sourceId, query);
    return toPage(items, total, query);
  }

  /**
   * Stores an import with the file that it was read from. References come from files that say
   * nothing more; those are not kept.
   */
  async keeping<Result>(
    { documentId, kind, path }: ReadUpload,
    { drafts }: Reading,
    store: (along?: AlongWith) => Promise<Result>,
  ): Promise<Result> {
    if (!isKept(kind)) return store();
    const file = await this.put(documentId, kind, path);
    const texts = drafts.flatMap(({ passages }) => passages.map(({ text }) => text));
    let kept = false;
    try {
      return await store(async (manager, plan) => {
        const source = plan.added[0] ?? plan.merged[0];
        if (source === undefined) return null;
        const offered = { documentId, sourceId: source.id, file, texts };
        kept = await this.files.attach(manager, offered);
        return kept ? { sourceId: source.id, fileId: file.id } : null;
      });
    } catch (error) {
      kept = false;
      throw error;
    } finally {
      if (!kept) await this.forget([file]);
    }
  }

  /** Deletes a source with `remove`, then its files. */
  async removing(
    ownerId: string,
    documentId: string,
    sourceId: string,
    remove: () => Promise<void>,
  ): Promise<void> {
    const files = await this.files.list(ownerId, documentId, sourceId);
    await remove();
    await this.forget(files);
  }

  private async put(documentId: string, kind: KeptKind, path: string): Promise<StoredSourceFile> {
    const content = await readFile(path);
    const id = newId();
    const storageKey = `${documentFolder(documentId)}/sources/${id}.${kind}`;
    await this.storage.put(storageKey, content);
    const sha256 = createHash('sha256').update(content).digest('hex');
    return { id, kind, fileSize: content.length, sha256, storageKey };
  }

  /** What is left of them costs only space. */
  async forget(files: readonly Pick<StoredSourceFile, 'storageKey'>[]): Promise<void> {
    for (const { storageKey } of files) {
      await this.storage.delete(storageKey).catch((error: unknown) => {
        this.logger.warn({ err: error }, 'The file of a source could not be removed');
      });
    }
  }
}
