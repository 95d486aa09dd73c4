import { inject, Injectable, signal } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { verifyBackup, verifyStorage } from '../../../api/generated/functions';
import type { BackupVerification, StorageVerification } from '../../../api/generated/models';
import { Attempt } from '../shared/attempt';

/** Whether there is a backup to restore, and whether all files are as they should be. */
@Injectable()
export class VerificationStore {
  private readonly api = inject(Api);

  /** Null until it was asked for. */
  readonly backup = signal<BackupVerification | null>(null);
  readonly storage = signal<StorageVerification | null>(null);
  readonly checkingBackup = new Attempt();
  readonly checkingStorage = new Attempt();

  async verifyBackup(): Promise<void> {
    await this.checkingBackup.run(async () => {
      this.backup.set(await this.api.invoke(verifyBackup));
    });
  }

  async verifyStorage(): Promise<void> {
    await this.checkingStorage.run(async () => {
      this.storage.set(await this.api.invoke(verifyStorage));
    });
  }
}
