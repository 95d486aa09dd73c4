import { type DynamicModule, Module } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from './configuration';

@Module({})
export class ConfigModule {
  static forRoot(configuration: Configuration): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [{ provide: CONFIGURATION, useValue: configuration }],
      exports: [CONFIGURATION],
    };
  }
}
