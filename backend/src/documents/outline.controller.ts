import { Body, Controller, Get, Headers, Param, Put, UseInterceptors } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentUser, IdPipe, type Principal, SignedIn } from '../common';
import { OwnDocument } from '../ownership';
import { RateLimit } from '../rate-limit';
import { VersionedOutline, OutlineDraft } from './dto/outline';
import { EtagInterceptor } from './etag.interceptor';
import { OutlineService } from './outline.service';

@ApiTags('documents')
@SignedIn()
@UseInterceptors(EtagInterceptor)
@Controller('documents/:id/outline')
export class OutlineController {
  constructor(private readonly outlines: OutlineService) {}

  @Get()
  @ApiOperation({
    operationId: 'getOutline',
    summary: 'The outline with the version of its document',
  })
  @ApiOkResponse({ standardSchema: VersionedOutline })
  get(@CurrentUser() user: Principal, @Param('id', IdPipe) id: string): Promise<VersionedOutline> {
    return this.outlines.get(user.userId, id);
  }

  @Put()
  @OwnDocument()
  @RateLimit('document-writes')
  @ApiOperation({
    operationId: 'replaceOutline',
    summary: 'Replace the outline; kept sections keep their texts',
  })
  @ApiHeader({ name: 'If-Match', required: false, description: 'Version of the document' })
  @ApiOkResponse({ standardSchema: VersionedOutline })
  replace(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) id: string,
    @Body({ schema: OutlineDraft }) body: OutlineDraft,
    @Headers('if-match') ifMatch?: string,
  ): Promise<VersionedOutline> {
    return this.outlines.replace(user.userId, id, body, ifMatch);
  }
}
