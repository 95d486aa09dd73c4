import { Controller, Get, Query, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdminOnly, csvFile, CsvResponse } from '../../common';
import { CostExportQuery, CostQuery, CostReport, ModelCosts } from '../../generation';
import { AdminCallsInterceptor } from '../admin-calls.interceptor';
import { COST_HEADER, costRows } from './cost-rows';

@ApiTags('admin')
@AdminOnly()
@UseInterceptors(AdminCallsInterceptor)
@Controller('admin/costs')
export class CostsController {
  constructor(private readonly costs: ModelCosts) {}

  @Get()
  @ApiOperation({ operationId: 'getCosts', summary: 'What language models have used and cost' })
  @ApiOkResponse({ standardSchema: CostReport })
  report(@Query({ schema: CostQuery }) query: CostQuery) {
    return this.costs.report(query);
  }

  @Get('export')
  @CsvResponse()
  @ApiOperation({ operationId: 'exportCosts', summary: 'All groups, as CSV' })
  async export(@Query({ schema: CostExportQuery }) query: CostExportQuery) {
    const rows = costRows(await this.costs.groups(query));
    return csvFile(`tesigo-costs-${query.groupBy}`, COST_HEADER, [rows]);
  }
}
