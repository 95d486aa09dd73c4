import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentUser, IdPipe, type Principal, SignedIn } from '../common';
import { RateLimit } from '../rate-limit';
import { ChecksService } from './checks.service';
import { DocumentChecks } from './dto/checks';

@ApiTags('documents')
@SignedIn()
@Controller('documents/:id/checks')
export class ChecksController {
  constructor(private readonly checks: ChecksService) {}

  @Get()
  @RateLimit('look-ups')
  @ApiOperation({
    operationId: 'checkDocument',
    summary: 'What can be found wrong with the text: passed, failed or unchecked, by question',
  })
  @ApiOkResponse({ standardSchema: DocumentChecks })
  check(@CurrentUser() user: Principal, @Param('id', IdPipe) id: string) {
    return this.checks.check(user.userId, id);
  }
}
