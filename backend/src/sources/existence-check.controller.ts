import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentUser, IdPipe, type Principal, SignedIn } from '../common';
import { RateLimit } from '../rate-limit';
import { ExistenceCheck } from './dto/existence-check';
import { PublishedWorksService } from './published-works.service';

@ApiTags('sources')
@SignedIn()
@Controller('documents/:id/sources/:sourceId/check')
export class ExistenceCheckController {
  constructor(private readonly works: PublishedWorksService) {}

  @Post()
  @HttpCode(200)
  @RateLimit('look-ups')
  @ApiOperation({ operationId: 'checkSource', summary: 'Find out whether the work exists' })
  @ApiOkResponse({ standardSchema: ExistenceCheck })
  check(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) documentId: string,
    @Param('sourceId', IdPipe) sourceId: string,
  ) {
    return this.works.check(user.userId, documentId, sourceId);
  }
}
