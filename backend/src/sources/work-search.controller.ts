import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentUser, IdPipe, type Principal, SignedIn } from '../common';
import { OwnDocument } from '../ownership';
import { RateLimit } from '../rate-limit';
import { FoundWorks } from './dto/found-works';
import { WorkQuery } from './dto/work-query';
import { PublishedWorksService } from './published-works.service';

/** Its path would be taken for a source's id by the routes of single sources: it goes before them. */
@ApiTags('sources')
@SignedIn()
@Controller('documents/:id/sources/search')
export class WorkSearchController {
  constructor(private readonly works: PublishedWorksService) {}

  @Get()
  @OwnDocument()
  @RateLimit('look-ups')
  @ApiOperation({ operationId: 'searchWorks', summary: 'Look for published works to add' })
  @ApiOkResponse({ standardSchema: FoundWorks })
  search(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) documentId: string,
    @Query({ schema: WorkQuery }) query: WorkQuery,
  ) {
    return this.works.search(user.userId, documentId, query);
  }
}
