import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentUser, IdPipe, type Principal, SignedIn } from '../../common';
import { GoneSourceList } from '../dto/merge';
import { GoneSourcesQuery } from './gone-sources.query';

@ApiTags('sources')
@SignedIn()
@Controller('documents/:id/gone-sources')
export class GoneSourcesController {
  constructor(private readonly gone: GoneSourcesQuery) {}

  @Get()
  @ApiOperation({
    operationId: 'listGoneSources',
    summary: 'The sources that became one with others, and can still be had back',
  })
  @ApiOkResponse({ standardSchema: GoneSourceList })
  list(@CurrentUser() user: Principal, @Param('id', IdPipe) documentId: string) {
    return this.gone.run(user.userId, documentId);
  }
}
