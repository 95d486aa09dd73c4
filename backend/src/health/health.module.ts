import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { StorageModule } from '../storage';
import { HealthController } from './health.controller';
import { Readiness } from './readiness';
import { ShutdownNotice } from './shutdown-notice';

@Module({
  // Which part is down goes into the answer and, once, into our own log
  imports: [TerminusModule.forRoot({ logger: false }), StorageModule],
  controllers: [HealthController],
  providers: [Readiness, ShutdownNotice],
})
export class HealthModule {}
