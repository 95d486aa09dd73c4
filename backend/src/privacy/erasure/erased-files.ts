import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OutboxHandlers } from '../../outbox';
import { documentFolder, Storage } from '../../storage';
import { ACCOUNT_ERASED } from './account-erased';

/** Deletes the files of accounts that are gone, until it has succeeded. */
@Injectable()
export class ErasedFiles implements OnModuleInit {
  constructor(
    private readonly handlers: OutboxHandlers,
    private readonly storage: Storage,
  ) {}

  onModuleInit(): void {
    this.handlers.register(ACCOUNT_ERASED, async ({ documentIds }) => {
      for (const id of documentIds) await this.storage.deleteFolder(documentFolder(id));
    });
  }
}
