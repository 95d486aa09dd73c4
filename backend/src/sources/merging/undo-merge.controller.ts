import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentUser, IdPipe, type Principal, SignedIn } from '../../common';
import { OwnDocument } from '../../ownership';
import { RateLimit } from '../../rate-limit';
import { Source } from '../dto/source';
import { UndoMergeService } from './undo-merge.service';

@ApiTags('sources')
@SignedIn()
@Controller('documents/:id/sources/:sourceId/merges/:mergeId/undo')
export class UndoMergeController {
  constructor(private readonly merges: UndoMergeService) {}

  @Post()
  @HttpCode(200)
  @OwnDocument()
  @RateLimit('document-writes')
  @ApiOperation({
    operationId: 'undoSourceMerge',
    summary: 'Take out of a source again what it took in of an entry; corrections since stay',
  })
  @ApiOkResponse({ standardSchema: Source })
  undo(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) documentId: string,
    @Param('sourceId', IdPipe) sourceId: string,
    @Param('mergeId', IdPipe) mergeId: string,
  ) {
    return this.merges.undo(user.userId, documentId, sourceId, mergeId);
  }
}
