import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { HealthCheck, type HealthCheckResult } from '@nestjs/terminus';
import { Public } from '../common';
import { Uncounted } from '../rate-limit';
import { Readiness } from './readiness';

@ApiTags('health')
@Public()
@Uncounted()
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @HealthCheck()
  @ApiOperation({ operationId: 'live', summary: 'The process runs' })
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('ready')
  @HealthCheck()
  @ApiOperation({
    operationId: 'ready',
    summary: 'Every part answers, and the schema is up to date',
  })
  ready(): Promise<HealthCheckResult> {
    return this.readiness.check();
  }

  @Get('startup')
  @HealthCheck()
  @ApiOperation({ operationId: 'startup', summary: 'Has been ready once' })
  async startup(): Promise<{ status: 'ok' }> {
    await this.readiness.checkStart();
    return { status: 'ok' };
  }
}
