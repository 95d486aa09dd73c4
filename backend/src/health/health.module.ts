import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { StorageModule } from '../storage';
import { HealthController } from './health.controller';
import { Readiness } from './readiness';

@Module({
  // Which part is down goes into the answer and, once, into our own log
  imports: [TerminusModule.forRoot({ logger: false }), StorageModule],
  controllers: [HealthController],
  providers: [Readiness],
})
export class HealthModule {}
