import {
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Query,
  UploadedFile,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentUser, IdPipe, PageQuery, type Principal, SignedIn } from '../common';
import { OwnDocument } from '../ownership';
import { RateLimit } from '../rate-limit';
import { AddedFields, type Addition, AdditionPipe } from './dto/addition';
import { ImportReport } from './dto/import-report';
import { Source, SourcePage } from './dto/source';

import { SourcesService } from './sources.service';
import { ADDITION_BODY, SourceUpload, type UploadedSource } from './upload/source-upload';

@ApiTags('sources')
@SignedIn()
@Controller('documents/:id/sources')
export class SourcesController {
  constructor(private readonly sources: SourcesService) {}

  @Get()
  @ApiOperation({ operationId: 'listSources' })
  @ApiOkResponse({ standardSchema: SourcePage })
  list(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) documentId: string,
    @Query({ schema: PageQuery }) query: PageQuery,
  ) {
    return this.sources.list(user.userId, documentId, query);
  }

  @Post()
  @OwnDocument()
  @RateLimit('uploads')
  @SourceUpload()
  @ApiOperation({
    operationId: 'addSources',
    summary: 'Add the works that a file holds, or the one with a DOI',
    requestBody: ADDITION_BODY,
  })
  @ApiCreatedResponse({ standardSchema: ImportReport })
  add(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) documentId: string,
    @UploadedFile() file: UploadedSource | undefined,
    @AddedFields(AdditionPipe) addition: Addition,
  ) {
    return this.sources.add(user.userId, documentId, file, addition);
  }

  @Post('sample')
  @RateLimit('document-writes')
  @ApiOperation({ operationId: 'addSampleSources', summary: 'Add the sample library' })
  @ApiCreatedResponse({ standardSchema: ImportReport })
  addSample(@CurrentUser() user: Principal, @Param('id', IdPipe) documentId: string) {
    return this.sources.addSample(user.userId, documentId);
  }

  @Get(':sourceId')
  @ApiOperation({ operationId: 'getSource' })
  @ApiOkResponse({ standardSchema: Source })
  get(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) documentId: string,
    @Param('sourceId', IdPipe) sourceId: string,
  ) {
    return this.sources.get(user.userId, documentId, sourceId);
  }

  @Delete(':sourceId')
  @HttpCode(204)
  @RateLimit('document-writes')
  @ApiOperation({ operationId: 'deleteSource' })
  @ApiNoContentResponse()
  remove(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) documentId: string,
    @Param('sourceId', IdPipe) sourceId: string,
  ) {
    return this.sources.remove(user.userId, documentId, sourceId);
  }
}
