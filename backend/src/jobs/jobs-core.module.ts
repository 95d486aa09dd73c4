import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OutboxModule } from '../outbox';
import { JobNews } from './job-news';
import { JobQueue, JobQueueModule } from './job-queue';
import { JobWriter } from './job-writer';
import { JobEntity } from './job.entity';
import { JobsRepository } from './jobs.repository';
import { QueuePositions } from './queue-positions';

/** What the API and the workers share about jobs. */
@Module({
  imports: [TypeOrmModule.forFeature([JobEntity]), JobQueueModule, OutboxModule],
  providers: [JobNews, JobQueue, JobsRepository, JobWriter, QueuePositions],
  exports: [JobQueue, JobsRepository, JobWriter, QueuePositions],
})
export class JobsCoreModule {}
