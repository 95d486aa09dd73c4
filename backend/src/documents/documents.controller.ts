import {
  Body,
  Controller,
  Delete,
  Get,
  Headers,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
  UseInterceptors,
} from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentUser, IdPipe, type Principal, SignedIn } from '../common';
import { OwnDocument } from '../ownership';
import { RateLimit } from '../rate-limit';
import { DocumentsService } from './documents.service';
import {
  CreateDocument,
  Document,
  DocumentPage,
  DocumentQuery,
  UpdateDocument,
} from './dto/document';
import { EtagInterceptor } from './etag.interceptor';

@ApiTags('documents')
@SignedIn()
@Controller('documents')
export class DocumentsController {
  constructor(private readonly documents: DocumentsService) {}

  @Post()
  @RateLimit('document-writes')
  @ApiOperation({ operationId: 'createDocument', summary: 'Create a document' })
  @ApiCreatedResponse({ standardSchema: Document })
  create(@CurrentUser() user: Principal, @Body({ schema: CreateDocument }) body: CreateDocument) {
    return this.documents.create(user.userId, body);
  }

  @Get()
  @ApiOperation({ operationId: 'listDocuments', summary: 'The caller’s documents' })
  @ApiOkResponse({ standardSchema: DocumentPage })
  list(@CurrentUser() user: Principal, @Query({ schema: DocumentQuery }) query: DocumentQuery) {
    return this.documents.list(user.userId, query);
  }

  @Get(':id')
  @UseInterceptors(EtagInterceptor)
  @ApiOperation({ operationId: 'getDocument', summary: 'A document with outline and sections' })
  @ApiOkResponse({ standardSchema: Document })
  get(@CurrentUser() user: Principal, @Param('id', IdPipe) id: string) {
    return this.documents.getOwned(user.userId, id);
  }

  @Patch(':id')
  @OwnDocument()
  @RateLimit('document-writes')
  @UseInterceptors(EtagInterceptor)
  @ApiOperation({ operationId: 'updateDocument', summary: 'Change fields of a document' })
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ standardSchema: Document })
  update(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) id: string,
    @Body({ schema: UpdateDocument }) body: UpdateDocument,
    @Headers('if-match') ifMatch?: string,
  ) {
    return this.documents.update(user.userId, id, body, ifMatch);
  }

  @Put(':id')
  @OwnDocument()
  @RateLimit('document-writes')
  @UseInterceptors(EtagInterceptor)
  @ApiOperation({ operationId: 'replaceDocument', summary: 'The same as PATCH' })
  @ApiHeader({ name: 'If-Match', required: false })
  @ApiOkResponse({ standardSchema: Document })
  replace(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) id: string,
    @Body({ schema: UpdateDocument }) body: UpdateDocument,
    @Headers('if-match') ifMatch?: string,
  ) {
    return this.documents.update(user.userId, id, body, ifMatch);
  }

  @Delete(':id')
  @HttpCode(204)
  @RateLimit('document-writes')
  @ApiOperation({
    operationId: 'deleteDocument',
    summary: 'Delete a document and all that belongs to it',
  })
  @ApiNoContentResponse()
  remove(@CurrentUser() user: Principal, @Param('id', IdPipe) id: string) {
    return this.documents.remove(user.userId, id);
  }
}
