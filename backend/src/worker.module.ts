import { type DynamicModule, Module } from '@nestjs/common';
import { BackupWorkerModule } from './backup';
import type { Configuration } from './config';
import { CoreModule } from './core.module';
import { JobWorkerModule } from './jobs';
import { MetricsModule } from './metrics';
import { PaymentWorkerModule } from './payments';
import { PrivacyWorkerModule } from './privacy';
import { TracingModule } from './tracing';

/** A job worker: the same modules as the API's, without HTTP. */
@Module({
  imports: [
    JobWorkerModule,
    PaymentWorkerModule,
    PrivacyWorkerModule,
    BackupWorkerModule,
    MetricsModule.of('worker'),
    TracingModule.of('worker'),
  ],
})
export class WorkerModule {
  static forRoot(configuration: Configuration): DynamicModule {
    return { module: WorkerModule, imports: [CoreModule.forRoot(configuration)] };
  }
}
