import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OutboxModule } from '../outbox';
import { PaymentsCoreModule } from '../payments';
import { JobNews } from './job-news';
import { JobQueue, JobQueueModule } from './job-queue';
import { JobStarter } from './job-starter';
import { JobWriter } from './job-writer';
import { JobEntity } from './job.entity';
import { JobsRepository } from './jobs.repository';
import { QueuePositions } from './queue-positions';

/** What the API and the workers share about jobs. */
@Module({
  imports: [
    TypeOrmModule.forFeature([JobEntity]),
    JobQueueModule,
    OutboxModule,
    PaymentsCoreModule,
  ],
  providers: [JobNews, JobQueue, JobsRepository, JobStarter, JobWriter, QueuePositions],
  exports: [JobQueue, JobsRepository, JobStarter, JobWriter, PaymentsCoreModule, QueuePositions],
})
export class JobsCoreModule {}
