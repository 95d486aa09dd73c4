import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentUser, IdPipe, type Principal, SignedIn } from '../../common';
import { OwnDocument } from '../../ownership';
import { RateLimit } from '../../rate-limit';
import { MergedSource, MergeSource, SeparatedSource } from '../dto/merge';
import { MergeSourcesService } from './merge-sources.service';
import { UndoJoinService } from './undo-join.service';

@ApiTags('sources')
@SignedIn()
@Controller('documents/:id/sources/:sourceId/merge')
export class MergeSourcesController {
  constructor(
    private readonly merges: MergeSourcesService,
    private readonly joins: UndoJoinService,
  ) {}

  @Post()
  @HttpCode(200)
  @OwnDocument()
  @RateLimit('document-writes')
  @ApiOperation({
    operationId: 'mergeSource',
    summary: 'Make this source one with another, which every citation of it then names',
  })
  @ApiOkResponse({ standardSchema: MergedSource })
  merge(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) id: string,
    @Param('sourceId', IdPipe) sourceId: string,
    @Body({ schema: MergeSource }) { into }: MergeSource,
  ) {
    return this.merges.merge(user.userId, id, sourceId, into);
  }

  @Post('undo')
  @HttpCode(200)
  @OwnDocument()
  @RateLimit('document-writes')
  @ApiOperation({
    operationId: 'undoMergeSource',
    summary: 'Have this source back, which had become one with another',
  })
  @ApiOkResponse({ standardSchema: SeparatedSource })
  undo(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) id: string,
    @Param('sourceId', IdPipe) sourceId: string,
  ) {
    return this.joins.undo(user.userId, id, sourceId);
  }
}
