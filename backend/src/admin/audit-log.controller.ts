import { Controller, Get, Query, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AuditLog } from '../audit';
import { AdminOnly, type Page, toPage } from '../common';
import { AdminCallsInterceptor } from './admin-calls.interceptor';
import { type AuditEntry, AuditPage, AuditQuery } from './dto/audit-entry';

@ApiTags('admin')
@AdminOnly()
@UseInterceptors(AdminCallsInterceptor)
@Controller('admin/audit-log')
export class AuditLogController {
  constructor(private readonly log: AuditLog) {}

  @Get()
  @ApiOperation({ operationId: 'listAuditLog', summary: 'Security events, the newest first' })
  @ApiOkResponse({ standardSchema: AuditPage })
  async list(@Query({ schema: AuditQuery }) query: AuditQuery): Promise<Page<AuditEntry>> {
    const { items, total } = await this.log.list(query, query);
    const entries = items.map((entry) => ({ ...entry, at: entry.at.toISOString() }));
    return toPage(entries, total, query);
  }
}
