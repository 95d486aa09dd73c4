import { Controller, Get, Param, Query, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentUser, IdPipe, type Principal, SignedIn } from '../../common';
import { atOnce, RateLimit } from '../../rate-limit';
import { ReportQuery } from '../dto/export';
import { type ExportFormat, FormatPipe } from '../export-format';
import { ComplianceService } from './compliance.service';
import { ComplianceReport } from './outcome';
import { ReportFileInterceptor } from './report-file.interceptor';

/** Each takes a thread that others wait for. */
const ONE_USERS_SHARE = 2;

@ApiTags('exports')
@SignedIn()
@UseInterceptors(atOnce(ONE_USERS_SHARE))
@Controller('documents/:id/export/:format/compliance')
export class ComplianceController {
  constructor(private readonly compliance: ComplianceService) {}

  @Get()
  @RateLimit('look-ups')
  @UseInterceptors(ReportFileInterceptor)
  @ApiOperation({
    operationId: 'checkExport',
    summary: 'The finished file read back: each rule met, broken or not checkable',
  })
  @ApiOkResponse({ standardSchema: ComplianceReport })
  report(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) documentId: string,
    @Param('format', FormatPipe) format: ExportFormat,
    @Query({ schema: ReportQuery }) query: ReportQuery,
  ) {
    return this.compliance.report(user.userId, documentId, format, query);
  }
}
