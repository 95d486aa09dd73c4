import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { AdminModule } from './admin';
import { AuthModule } from './auth';
import { CitationStylesModule } from './citation-styles';
import { ChecksModule } from './checks';
import { ProblemFilter } from './common';
import type { Configuration } from './config';
import { CoreModule } from './core.module';
import { DocumentsModule } from './documents';
import { GenerationModule } from './generation';
import { HealthModule } from './health';
import { ExportsModule } from './exports';
import { UnknownPaths, WebAppModule } from './http';
import { IdempotencyModule } from './idempotency';
import { JobsModule } from './jobs';
import { MetricsModule } from './metrics';
import { PaymentsModule } from './payments';
import { PrivacyModule } from './privacy';
import { RateLimitModule } from './rate-limit';
import { RequirementsModule } from './requirements';
import { NoticesModule } from './settings';
import { SourcesModule } from './sources';
import { TracingModule } from './tracing';

/** The API and the web app. */
@Module({
  imports: [
    AuthModule,
    RateLimitModule,
    IdempotencyModule,
    SourcesModule,
    DocumentsModule,
    CitationStylesModule,
    GenerationModule,
    ChecksModule,
    JobsModule,
    PaymentsModule,
    PrivacyModule,
    RequirementsModule,
    ExportsModule,
    AdminModule,
    NoticesModule,
    HealthModule,
    MetricsModule.of('api'),
    TracingModule.of('api'),
    WebAppModule,
  ],
  providers: [UnknownPaths, { provide: APP_FILTER, useClass: ProblemFilter }],
})
export class AppModule {
  static forRoot(configuration: Configuration): DynamicModule {
    return { module: AppModule, imports: [CoreModule.forRoot(configuration)] };
  }
}
