import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OutboxModule } from '../outbox';
import { JobNews } from './job-news';
import { JobQueue, JobQueueModule } from './job-queue';
import { JobWriter } from './job-writer';
import { JobEntity } from './job.entity';
import { JobsRepository } from './jobs.repository';

/** What the API and the workers share about jobs. */
@Module({
  imports: [TypeOrmModule.forFeature([JobEntity]), JobQueueModule, OutboxModule],
  providers: [JobNews, JobQueue, JobsRepository, JobWriter],
  exports: [JobQueue, JobsRepository, JobWriter],
})
export class JobsCoreModule {}
