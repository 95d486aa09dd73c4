import 'reflect-metadata';
import { Module, type ModuleMetadata } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { type Configuration, loadConfiguration } from '../../config';
import { CoreModule } from '../../core.module';
import { DocumentsModule } from '../../documents';
import { AbstractStep, OutlineStep, SectionStep } from '../../generation';
import { JobsCoreModule } from '../../jobs/jobs-core.module';
import { jobWorkerProviders } from '../../jobs/worker/job-worker.module';
import { JOB_TIMING, type JobTiming } from '../../jobs/worker/job-timing';
import { ScriptedAbstractStep, ScriptedOutlineStep, ScriptedSectionStep } from './scripted-steps';

/** Short, so that a test of a lost worker takes seconds. */
export const TEST_TIMING: JobTiming = {
  lease: 3000,
  beat: 500,
  watch: 100,
  sweep: 200,
  drain: 500,
};

/** A worker of the real parts, but for what writes the text. */
export function startTestWorker(config: Configuration) {
  const metadata: ModuleMetadata = {
    imports: [CoreModule.forRoot(config), DocumentsModule, JobsCoreModule],
    providers: [
      ...jobWorkerProviders,
      { provide: JOB_TIMING, useValue: TEST_TIMING },
      { provide: AbstractStep, useClass: ScriptedAbstractStep },
      { provide: OutlineStep, useClass: ScriptedOutlineStep },
      {
        provide: SectionStep,
        inject: [DataSource],
        useFactory: (dataSource: DataSource) => new ScriptedSectionStep(dataSource),
      },
    ],
  };

  @Module(metadata)
  class TestWorkerModule {}

  return NestFactory.createApplicationContext(TestWorkerModule, {
    logger: false,
    abortOnError: false,
  });
}

// As a process of its own, the environment comes as the first argument.
if (require.main === module) {
  const environment = JSON.parse(process.argv[2] ?? '{}') as Record<string, string>;
  void startTestWorker(loadConfiguration(environment)).then((app) => {
    app.enableShutdownHooks();
    process.send?.('ready');
  });
}
