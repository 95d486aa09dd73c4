import { Controller, Get, Query, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdminOnly } from '../../common';
import { AdminCallsInterceptor } from '../admin-calls.interceptor';
import { AdminStats, StatsQuery } from '../dto/stats';
import { Statistics } from './statistics';

@ApiTags('admin')
@AdminOnly()
@UseInterceptors(AdminCallsInterceptor)
@Controller('admin/stats')
export class StatsController {
  constructor(private readonly statistics: Statistics) {}

  @Get()
  @ApiOperation({ operationId: 'getStats', summary: 'How the installation does, now and by day' })
  @ApiOkResponse({ standardSchema: AdminStats })
  read(@Query({ schema: StatsQuery }) query: StatsQuery) {
    return this.statistics.read(query);
  }
}
