import { Controller, Get, Query, UseInterceptors } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdminOnly, CsvResponse } from '../../common';
import { Bookkeeping, BookkeepingQuery } from '../../payments';
import { AdminCallsInterceptor } from '../admin-calls.interceptor';

@ApiTags('admin')
@AdminOnly()
@UseInterceptors(AdminCallsInterceptor)
@Controller('admin/bookkeeping')
export class BookkeepingController {
  constructor(private readonly bookkeeping: Bookkeeping) {}

  @Get()
  @CsvResponse()
  @ApiOperation({
    operationId: 'exportBookkeeping',
    summary: 'Ledger entries of some days, as CSV',
  })
  export(@Query({ schema: BookkeepingQuery }) query: BookkeepingQuery) {
    return this.bookkeeping.export(query);
  }
}
