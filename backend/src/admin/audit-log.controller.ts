import { Controller, Get, Query, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AdminOnly, CsvResponse } from '../common';
import { AdminCallsInterceptor } from './admin-calls.interceptor';
import { AuditView } from './audit-view';
import { AuditExportQuery, AuditPage, AuditQuery } from './dto/audit-entry';

@ApiTags('admin')
@AdminOnly()
@UseInterceptors(AdminCallsInterceptor)
@Controller('admin/audit-log')
export class AuditLogController {
  constructor(private readonly audit: AuditView) {}

  @Get()
  @ApiOperation({ operationId: 'listAuditLog', summary: 'Security events, the newest first' })
  @ApiOkResponse({ standardSchema: AuditPage })
  list(@Query({ schema: AuditQuery }) query: AuditQuery) {
    return this.audit.list(query);
  }

  @Get('export')
  @CsvResponse()
  @ApiOperation({ operationId: 'exportAuditLog', summary: 'All that match, as CSV' })
  export(@Query({ schema: AuditExportQuery }) query: AuditExportQuery) {
    return this.audit.export(query);
  }
}
