import { Injectable, type StreamableFile } from '@nestjs/common';
import { csvFile, type CsvRow } from '../../common';
import { type AiJobExportQuery, type AiJobRow, AllJobs } from '../../jobs';

const HEADER = [
  ...['id', 'document', 'user', 'email', 'status', 'stage', 'sections_done', 'sections_total'],
  ...['tokens', 'crashes', 'error', 'created', 'requested', 'finished'],
];

const toRow = (job: AiJobRow): CsvRow => [
  ...[job.id, job.documentId, job.userId, job.userEmail, job.status, job.stage],
  ...[job.sectionsDone, job.sectionsTotal, job.tokensUsed, job.crashes, job.errorCode ?? ''],
  ...[job.createdAt.toISOString(), job.requestedAt.toISOString()],
  job.finishedAt?.toISOString() ?? '',
];

/** Jobs of all users as a file. */
@Injectable()
export class AiJobsFile {
  constructor(private readonly jobs: AllJobs) {}

  export(query: AiJobExportQuery): Promise<StreamableFile> {
    return csvFile('tesigo-ai-jobs', HEADER, this.rows(query));
  }

  private async *rows(query: AiJobExportQuery) {
    for await (const jobs of this.jobs.all(query)) yield jobs.map(toRow);
  }
}
