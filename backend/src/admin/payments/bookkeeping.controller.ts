import { Controller, Get, Header, Query, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdminOnly } from '../../common';
import { Bookkeeping, BookkeepingQuery } from '../../payments';
import { AdminCallsInterceptor } from '../admin-calls.interceptor';

@ApiTags('admin')
@AdminOnly()
@UseInterceptors(AdminCallsInterceptor)
@Controller('admin/bookkeeping')
export class BookkeepingController {
  constructor(private readonly bookkeeping: Bookkeeping) {}

  @Get()
  @Header('Cache-Control', 'private, no-store')
  @ApiOperation({
    operationId: 'exportBookkeeping',
    summary: 'Ledger entries of some days, as CSV',
  })
  @ApiOkResponse({
    description: 'The file',
    content: { 'text/csv': { schema: { type: 'string' } } },
  })
  export(@Query({ schema: BookkeepingQuery }) query: BookkeepingQuery) {
    return this.bookkeeping.export(query);
  }
}
