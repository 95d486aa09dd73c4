import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { Configuration } from '../../config';
import { CoreModule } from '../../core.module';
import { JobWorkerModule } from '../../jobs/worker/job-worker.module';

/** The worker of the product, in the test's own process. */
export function startRealWorker(config: Configuration) {
  @Module({ imports: [CoreModule.forRoot(config), JobWorkerModule] })
  class RealWorkerModule {}

  return NestFactory.createApplicationContext(RealWorkerModule, {
    logger: false,
    abortOnError: false,
  });
}
