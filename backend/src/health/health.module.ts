import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { JobsCoreModule } from '../jobs';
import { StorageModule } from '../storage';
import { HealthController } from './health.controller';
import { Parts } from './parts';
import { Readiness } from './readiness';
import { ShutdownNotice } from './shutdown-notice';

@Module({
  // Which part is down goes into the answer and, once, into our own log
  imports: [TerminusModule.forRoot({ logger: false }), JobsCoreModule, StorageModule],
  controllers: [HealthController],
  providers: [Parts, Readiness, ShutdownNotice],
  exports: [Parts, Readiness],
})
export class HealthModule {}
