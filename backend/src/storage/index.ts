export { documentFolder } from './document-folder';
export { openStorage } from './open-storage';
export { type ByteRange, MissingFileError, Storage, type StoredFile } from './storage';
export { StorageModule } from './storage.module';
