import { Controller, Get, HttpCode, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdminOnly, CsvResponse, IdPipe } from '../../common';
import {
  AiJobExportQuery,
  AiJobPage,
  AiJobQuery,
  AllJobs,
  JobControl,
  JobStatus,
  StuckJobPage,
  StuckJobQuery,
} from '../../jobs';
import { AdminCallsInterceptor } from '../admin-calls.interceptor';
import { AiJobsFile } from './ai-jobs-file';

@ApiTags('admin')
@AdminOnly()
@UseInterceptors(AdminCallsInterceptor)
@Controller('admin')
export class AiJobsController {
  constructor(
    private readonly jobs: AllJobs,
    private readonly file: AiJobsFile,
    private readonly control: JobControl,
  ) {}

  @Get('ai-jobs')
  @ApiOperation({ operationId: 'listAiJobs', summary: 'Jobs of all users, the newest first' })
  @ApiOkResponse({ standardSchema: AiJobPage })
  list(@Query({ schema: AiJobQuery }) query: AiJobQuery) {
    return this.jobs.list(query);
  }

  @Get('ai-jobs/export')
  @CsvResponse()
  @ApiOperation({ operationId: 'exportAiJobs', summary: 'All that match, as CSV' })
  export(@Query({ schema: AiJobExportQuery }) query: AiJobExportQuery) {
    return this.file.export(query);
  }

  @Get('jobs/stuck')
  @ApiOperation({
    operationId: 'listStuckJobs',
    summary: 'Unfinished jobs in which nothing happens, the oldest first',
  })
  @ApiOkResponse({ standardSchema: StuckJobPage })
  stuck(@Query({ schema: StuckJobQuery }) query: StuckJobQuery) {
    return this.jobs.stuck(query);
  }

  @Post('ai-jobs/:id/cancel')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'cancelAiJob',
    summary: 'As its owner could; what is written stays',
  })
  @ApiOkResponse({ standardSchema: JobStatus })
  cancel(@Param('id', IdPipe) id: string) {
    return this.control.cancelAny(id);
  }

  @Post('ai-jobs/:id/retry')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'retryAiJob',
    summary: 'As its owner could resume it: from the last finished section',
  })
  @ApiOkResponse({ standardSchema: JobStatus })
  retry(@Param('id', IdPipe) id: string) {
    return this.control.resumeAny(id);
  }
}
