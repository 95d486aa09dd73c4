import type { Configuration } from '../config';
import { LocalStorage } from './local.storage';
import { S3Storage } from './s3.storage';
import type { Storage } from './storage';

export const openStorage = (settings: Configuration['storage']): Storage =>
  settings.driver === 's3' ? new S3Storage(settings) : new LocalStorage(settings.directory);
