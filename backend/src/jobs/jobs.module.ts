import { Module } from '@nestjs/common';
import { AuthModule } from '../auth';
import { JobControl } from './job-control';
import { JobGauges } from './job-gauges';
import { JobsCoreModule } from './jobs-core.module';
import { JobsController } from './jobs.controller';
import { AllJobs } from './overview/all-jobs';
import { JobCounts } from './overview/job-counts';
import { ClientAuthentication } from './progress/client-authentication';
import { JobLogRepository } from './progress/job-log.repository';
import { ProgressHub } from './progress/progress-hub';
import { ProgressGateway } from './progress/progress.gateway';

/** Jobs as the API sees them: start, look, cancel, resume, listen. */
@Module({
  imports: [AuthModule, JobsCoreModule],
  controllers: [JobsController],
  providers: [
    AllJobs,
    ClientAuthentication,
    JobControl,
    JobCounts,
    JobGauges,
    JobLogRepository,
    ProgressGateway,
    ProgressHub,
  ],
  exports: [AllJobs, JobControl, JobCounts, JobsCoreModule],
})
export class JobsModule {}
