import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentUser, IdPipe, type Principal, SignedIn } from '../../common';
import { SourceCitationList } from '../dto/source-citation';
import { SourceCitationsQuery } from './source-citations.query';

@ApiTags('sources')
@SignedIn()
@Controller('documents/:id/sources/:sourceId/citations')
export class SourceCitationsController {
  constructor(private readonly citations: SourceCitationsQuery) {}

  @Get()
  @ApiOperation({
    operationId: 'listSourceCitations',
    summary: 'Where the text cites a source, and on which of its passages that rests',
  })
  @ApiOkResponse({ standardSchema: SourceCitationList })
  list(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) documentId: string,
    @Param('sourceId', IdPipe) sourceId: string,
  ) {
    return this.citations.run(user.userId, documentId, sourceId);
  }
}
