import { Body, Controller, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { CurrentUser, IdPipe, type Principal, SignedIn } from '../common';
import { StartsWriting } from '../settings';
import { JobControl } from './job-control';
import { JobStatus } from './dto/job-status';
import { AcceptedJob, StartJob } from './dto/start-job';
import { JobsRepository } from './jobs.repository';
import { JobStarter } from './job-starter';

@ApiTags('jobs')
@SignedIn()
@Controller('jobs')
export class JobsController {
  constructor(
    private readonly starter: JobStarter,
    private readonly control: JobControl,
    private readonly jobs: JobsRepository,
  ) {}

  @Post('generate/document-async')
  @StartsWriting()
  @ApiOperation({ operationId: 'startJob', summary: 'Have the whole document written' })
  @ApiAcceptedResponse({ standardSchema: AcceptedJob })
  @ApiOkResponse({ standardSchema: AcceptedJob, description: 'It is being written already' })
  async start(
    @CurrentUser() user: Principal,
    @Body({ schema: StartJob }) body: StartJob,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AcceptedJob> {
    const { created, job } = await this.starter.start(user.userId, body);
    response.status(created ? 202 : 200);
    return job;
  }

  @Get(':jobId/status')
  @ApiOperation({ operationId: 'getJobStatus' })
  @ApiOkResponse({ standardSchema: JobStatus })
  status(@CurrentUser() user: Principal, @Param('jobId', IdPipe) id: string): Promise<JobStatus> {
    return this.jobs.status(user.userId, id);
  }

  @Post(':jobId/cancel')
  @HttpCode(200)
  @ApiOperation({ operationId: 'cancelJob' })
  @ApiOkResponse({ standardSchema: JobStatus })
  cancel(@CurrentUser() user: Principal, @Param('jobId', IdPipe) id: string): Promise<JobStatus> {
    return this.control.cancel(user.userId, id);
  }

  @Post(':jobId/resume')
  @StartsWriting()
  @HttpCode(200)
  @ApiOperation({ operationId: 'resumeJob' })
  @ApiOkResponse({ standardSchema: JobStatus })
  resume(@CurrentUser() user: Principal, @Param('jobId', IdPipe) id: string): Promise<JobStatus> {
    return this.control.resume(user.userId, id);
  }
}
