import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentUser, IdPipe, type Principal, SignedIn } from '../../common';
import { OwnDocument } from '../../ownership';
import { RejectSuggestion, Suggestion, Suggestions } from './suggestion';
import { SuggestionsService } from './suggestions.service';

@ApiTags('documents')
@SignedIn()
@Controller('documents/:id/suggestions')
export class SuggestionsController {
  constructor(private readonly suggestions: SuggestionsService) {}

  @Get()
  @ApiOperation({
    operationId: 'listSuggestions',
    summary: 'Other wordings that wait for a decision, at most one a section',
  })
  @ApiOkResponse({ standardSchema: Suggestions })
  list(@CurrentUser() user: Principal, @Param('id', IdPipe) id: string) {
    return this.suggestions.list(user.userId, id);
  }

  @Post(':suggestionId/reject')
  @HttpCode(200)
  @OwnDocument()
  @ApiOperation({
    operationId: 'rejectSuggestion',
    summary: 'Refuse changes of a suggestion; taking them is part of storing the section',
  })
  @ApiOkResponse({ standardSchema: Suggestion })
  reject(
    @CurrentUser() user: Principal,
    @Param('id', IdPipe) id: string,
    @Param('suggestionId', IdPipe) suggestionId: string,
    @Body({ schema: RejectSuggestion }) body: RejectSuggestion,
  ) {
    return this.suggestions.reject(user.userId, id, suggestionId, body);
  }
}
