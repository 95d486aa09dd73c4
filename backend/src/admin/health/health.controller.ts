import { Controller, Get, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdminOnly } from '../../common';
import { AdminCallsInterceptor } from '../admin-calls.interceptor';
import { AdminHealth } from '../dto/health';
import { HealthReport } from './health-report';

@ApiTags('admin')
@AdminOnly()
@UseInterceptors(AdminCallsInterceptor)
@Controller('admin/health')
export class AdminHealthController {
  constructor(private readonly health: HealthReport) {}

  @Get()
  @ApiOperation({ operationId: 'getHealth', summary: 'Stores, queue, workers and models' })
  @ApiOkResponse({ standardSchema: AdminHealth })
  read() {
    return this.health.read();
  }
}
