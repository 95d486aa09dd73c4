import { type DynamicModule, Module } from '@nestjs/common';
import { ConfigModule, type Configuration } from './config';
import { DatabaseModule } from './database';
import { LoggingModule } from './logging';
import { RedisModule } from './redis';
import { SettingsModule } from './settings';

/** What every process of the product stands on, with or without HTTP. */
@Module({})
export class CoreModule {
  static forRoot(configuration: Configuration): DynamicModule {
    return {
      module: CoreModule,
      imports: [
        ConfigModule.forRoot(configuration),
        LoggingModule,
        DatabaseModule,
        RedisModule,
        SettingsModule,
      ],
    };
  }
}
