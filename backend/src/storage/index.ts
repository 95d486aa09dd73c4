export { documentFolder } from './document-folder';
export { MissingFileError, Storage } from './storage';
export { StorageModule } from './storage.module';
