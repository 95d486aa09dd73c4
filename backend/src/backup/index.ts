export { BackupModule, BackupWorkerModule } from './backup.module';
export { type BackupState, VerifyBackup } from './verify-backup';
export { type StorageState, VerifyStorage } from './verify-storage';
