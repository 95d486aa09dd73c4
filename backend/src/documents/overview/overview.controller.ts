import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentUser, PageQuery, type Principal, SignedIn } from '../../common';
import { ActivityPage } from '../dto/activity';
import { DocumentFactsList, FactsOfQuery } from '../dto/facts';
import { DocumentStats } from '../dto/stats';
import { OverviewService } from './overview.service';

@ApiTags('documents')
@SignedIn()
@Controller('documents')
export class OverviewController {
  constructor(private readonly overview: OverviewService) {}

  @Get('stats')
  @ApiOperation({ operationId: 'getDocumentStats', summary: 'What the caller has and has used' })
  @ApiOkResponse({ standardSchema: DocumentStats })
  stats(@CurrentUser() user: Principal) {
    return this.overview.stats(user.userId);
  }

  @Get('activity')
  @ApiOperation({ operationId: 'listActivity', summary: 'What has lately happened, newest first' })
  @ApiOkResponse({ standardSchema: ActivityPage })
  activity(@CurrentUser() user: Principal, @Query({ schema: PageQuery }) query: PageQuery) {
    return this.overview.activity(user.userId, query);
  }

  @Get('facts')
  @ApiOperation({
    operationId: 'listDocumentFacts',
    summary: 'Sources, progress and cost of some of the caller’s documents',
  })
  @ApiOkResponse({ standardSchema: DocumentFactsList })
  facts(@CurrentUser() user: Principal, @Query({ schema: FactsOfQuery }) { ids }: FactsOfQuery) {
    return this.overview.factsOf(user.userId, ids);
  }
}
