import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public } from '../common';
import { FILE_CONTENT } from './export-response';
import { ExportsService } from './exports.service';

/** The signature in the link is what lets a caller in. */
@ApiTags('exports')
@Public()
@Controller('downloads')
export class DownloadsController {
  constructor(private readonly exports: ExportsService) {}

  @Get(':token')
  @Header('Cache-Control', 'private, no-store')
  @Header('X-Content-Type-Options', 'nosniff')
  @Header('X-Robots-Tag', 'noindex')
  @ApiOperation({ operationId: 'downloadByLink', summary: 'The file that a signed link leads to' })
  @ApiOkResponse(FILE_CONTENT)
  download(@Param('token') token: string) {
    return this.exports.downloadByLink(token);
  }
}
