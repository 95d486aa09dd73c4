import { Module } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../config';
import { openStorage } from './open-storage';
import { Storage } from './storage';

@Module({
  providers: [
    {
      provide: Storage,
      inject: [CONFIGURATION],
      useFactory: ({ storage }: Configuration): Storage => openStorage(storage),
    },
  ],
  exports: [Storage],
})
export class StorageModule {}
