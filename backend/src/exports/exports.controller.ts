import { Body, Controller, Get, Header, Param, Post, Query, UseInterceptors } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentUser, IdPipe, type Principal, SignedIn } from '../common';
import { OwnDocument } from '../ownership';
import { atOnce, RateLimit } from '../rate-limit';
import { ExportLink, ExportQuery, ExportRequest } from './dto/export';
import { type FileFormat, FileFormatPipe } from './export-format';
import { FILE_CONTENT } from './export-response';
import { ExportsService } from './exports.service';

/** Half of the files that may be made or wait at a time. */
const ONE_USERS_SHARE = 10;

@ApiTags('exports')
@SignedIn()
@UseInterceptors(atOnce(ONE_USERS_SHARE))
@Controller('documents/:id/export')
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Post()
  @OwnDocument()
  @RateLimit('document-writes')
  @ApiOperation({ operationId: 'exportDocument', summary: 'Make a file and a link to it' })
  @ApiCreatedResponse({ standardSchema: ExportLink })
  create(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) documentId: string,
    @Body({ schema: ExportRequest }) request: ExportRequest,
  ) {
    return this.exports.create(user.userId, documentId, request);
  }

  @Get(':format')
  @Header('Cache-Control', 'private, no-store')
  @Header('X-Content-Type-Options', 'nosniff')
  @ApiOperation({ operationId: 'downloadDocument', summary: 'The file itself' })
  @ApiOkResponse(FILE_CONTENT)
  download(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) documentId: string,
    @Param('format', FileFormatPipe) format: FileFormat,
    @Query({ schema: ExportQuery }) query: ExportQuery,
  ) {
    return this.exports.download(user.userId, documentId, format, query);
  }
}
