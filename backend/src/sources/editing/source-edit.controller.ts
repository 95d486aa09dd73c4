import { Body, Controller, Param, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentUser, IdPipe, type Principal, SignedIn } from '../../common';
import { OwnDocument } from '../../ownership';
import { RateLimit } from '../../rate-limit';
import { Source } from '../dto/source';
import { SourceEdit } from '../dto/source-edit';
import { toSource } from '../to-source';
import { EditRepository } from './edit.repository';

@ApiTags('sources')
@SignedIn()
@Controller('documents/:id/sources/:sourceId')
export class SourceEditController {
  constructor(private readonly edits: EditRepository) {}

  @Patch()
  @OwnDocument()
  @RateLimit('document-writes')
  @ApiOperation({
    operationId: 'editSource',
    summary: 'Correct what is known of a source; its key stays',
  })
  @ApiOkResponse({ standardSchema: Source })
  async edit(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) documentId: string,
    @Param('sourceId', IdPipe) sourceId: string,
    @Body({ schema: SourceEdit }) body: SourceEdit,
  ) {
    return toSource(await this.edits.store(user.userId, documentId, sourceId, body));
  }
}
