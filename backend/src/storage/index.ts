export { MissingFileError, Storage } from './storage';
export { StorageModule } from './storage.module';
