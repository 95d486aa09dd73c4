import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentUser, type Principal, SignedIn } from '../common';
import { ConsentsService } from './consents.service';
import { Consent, ConsentList, DecideConsent } from './dto/consent';

@ApiTags('account')
@SignedIn()
@Controller('account/consents')
export class ConsentsController {
  constructor(private readonly consents: ConsentsService) {}

  @Get()
  @ApiOperation({
    operationId: 'listConsents',
    summary: 'What the caller was told and agreed to: which text, when, how',
  })
  @ApiOkResponse({ standardSchema: ConsentList })
  list(@CurrentUser() { userId }: Principal): Promise<ConsentList> {
    return this.consents.list(userId);
  }

  @Put()
  @ApiOperation({ operationId: 'decideConsent', summary: 'Give a consent, or take one back' })
  @ApiOkResponse({ standardSchema: Consent })
  decide(
    @CurrentUser() { userId }: Principal,
    @Body({ schema: DecideConsent }) body: DecideConsent,
  ): Promise<Consent> {
    return this.consents.decide(userId, body);
  }
}
