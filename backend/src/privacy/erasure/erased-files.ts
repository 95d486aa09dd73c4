import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DOCUMENT_REMOVED } from '../../documents';
import { OutboxHandlers } from '../../outbox';
import { documentFolder, Storage } from '../../storage';
import { ACCOUNT_ERASED } from './account-erased';

/** Deletes the files of accounts and documents that are gone, until it has succeeded. */
@Injectable()
export class ErasedFiles implements OnModuleInit {
  constructor(
    private readonly handlers: OutboxHandlers,
    private readonly storage: Storage,
  ) {}

  onModuleInit(): void {
    const remove = (id: string) => this.storage.deleteFolder(documentFolder(id));
    this.handlers.register(DOCUMENT_REMOVED, ({ documentId }) => remove(documentId));
    this.handlers.register(ACCOUNT_ERASED, async ({ documentIds }) => {
      for (const id of documentIds) await remove(id);
    });
  }
}
