import { Module, type OnApplicationBootstrap, type Provider } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../../config';
import { DocumentsModule } from '../../documents';
import { GenerationModule, WarmUp } from '../../generation';
import { MailModule } from '../../mail';
import { OutboxRelayModule } from '../../outbox';
import { JobsCoreModule } from '../jobs-core.module';
import { AbstractWriter } from './abstract-writer';
import { Checkpoints } from './checkpoints';
import { GenerationRun } from './generation-run';
import { HeldLeases } from './held-leases';
import { JobEndedMail } from './job-ended-mail';
import { JobRunner } from './job-runner';
import { JobSweeper } from './job-sweeper';
import { JOB_TIMING, jobTiming } from './job-timing';
import { JobProcessor } from './job.processor';
import { LeaseRepository } from './lease.repository';
import { PaidJobStart } from './paid-job-start';
import { SectionWriter } from './section-writer';
import { WorkerDrain } from './worker-drain';

export const jobWorkerProviders: Provider[] = [
  AbstractWriter,
  Checkpoints,
  GenerationRun,
  HeldLeases,
  JobProcessor,
  JobRunner,
  JobSweeper,
  LeaseRepository,
  SectionWriter,
  WorkerDrain,
];

/** Jobs as a worker sees them: find, claim, write, let go, and tell. */
@Module({
  imports: [DocumentsModule, GenerationModule, JobsCoreModule, MailModule, OutboxRelayModule],
  providers: [
    ...jobWorkerProviders,
    JobEndedMail,
    PaidJobStart,
    {
      provide: JOB_TIMING,
      inject: [CONFIGURATION],
      useFactory: ({ worker }: Configuration) => jobTiming(worker.lease),
    },
  ],
})
export class JobWorkerModule implements OnApplicationBootstrap {
  constructor(private readonly warmUp: WarmUp) {}

  /** Beside the first jobs, which come or do not. */
  onApplicationBootstrap(): void {
    void this.warmUp.run();
  }
}
