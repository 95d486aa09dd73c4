import { Controller, Get, Header, Param, Query, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import { CurrentUser, IdPipe, PageQuery, type Principal, SignedIn } from '../../common';
import { SourceFileList, SourceFileQuery, SourcePassagePage } from './dto/source-file';
import { FILE_CONTENT, PART_CONTENT } from './file-content';
import { RangedFileInterceptor } from './ranged-file.interceptor';
import { SourceFilesService } from './source-files.service';

@ApiTags('sources')
@SignedIn()
@Controller('documents/:id/sources/:sourceId')
export class SourceFilesController {
  constructor(private readonly files: SourceFilesService) {}

  @Get('files')
  @ApiOperation({ operationId: 'listSourceFiles', summary: 'The files that a source came with' })
  @ApiOkResponse({ standardSchema: SourceFileList })
  list(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) documentId: string,
    @Param('sourceId', IdPipe) sourceId: string,
  ) {
    return this.files.list(user.userId, documentId, sourceId);
  }

  @Get('file')
  @UseInterceptors(RangedFileInterceptor)
  @Header('Cache-Control', 'private, no-store')
  @Header('X-Content-Type-Options', 'nosniff')
  @Header('Content-Security-Policy', "default-src 'none'; sandbox")
  @ApiOperation({
    operationId: 'getSourceFile',
    summary: 'A file that a source came with, or a part of it',
  })
  @ApiHeader({ name: 'Range', required: false, description: 'One range of bytes' })
  @ApiOkResponse(FILE_CONTENT)
  @ApiResponse(PART_CONTENT)
  content(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) documentId: string,
    @Param('sourceId', IdPipe) sourceId: string,
    @Query({ schema: SourceFileQuery }) query: SourceFileQuery,
  ) {
    return this.files.content(user.userId, documentId, sourceId, query);
  }

  @Get('passages')
  @ApiOperation({
    operationId: 'listSourcePassages',
    summary: 'The text of a source, in its order',
  })
  @ApiOkResponse({ standardSchema: SourcePassagePage })
  passages(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) documentId: string,
    @Param('sourceId', IdPipe) sourceId: string,
    @Query({ schema: PageQuery }) query: PageQuery,
  ) {
    return this.files.passages(user.userId, documentId, sourceId, query);
  }
}
