import { Module } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../config';
import { LocalStorage } from './local.storage';
import { S3Storage } from './s3.storage';
import { Storage } from './storage';

@Module({
  providers: [
    {
      provide: Storage,
      inject: [CONFIGURATION],
      useFactory: ({ storage }: Configuration): Storage =>
        storage.driver === 's3' ? new S3Storage(storage) : new LocalStorage(storage.directory),
    },
  ],
  exports: [Storage],
})
export class StorageModule {}
