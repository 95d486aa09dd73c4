import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ClientGone, CurrentUser, IdPipe, type Principal, SignedIn } from '../common';
import { Suggestion } from '../documents';
import { RateLimit } from '../rate-limit';
import { StartsWriting } from '../settings';
import {
  EstimateGeneration,
  ForecastQuery,
  GenerationEstimate,
  GenerationForecast,
} from './dto/estimate';
import {
  GeneratedOutline,
  GeneratedSection,
  GenerateOutline,
  GenerateSection,
} from './dto/generate';
import { GenerationModels } from './dto/models';
import { SuggestionRequest } from './dto/suggestion';
import { GenerationUsage } from './dto/usage';
import { GenerationEstimator } from './estimate/generation-estimator';
import { GenerationFacts, GenerationService } from './generation.service';
import { SuggestionService } from './suggesting/suggestion.service';

@ApiTags('generate')
@SignedIn()
@Controller('generate')
export class GenerationController {
  constructor(
    private readonly generation: GenerationService,
    private readonly facts: GenerationFacts,
    private readonly estimator: GenerationEstimator,
    private readonly suggestions: SuggestionService,
  ) {}

  @Post('outline')
  @StartsWriting()
  @HttpCode(200)
  @RateLimit('generations')
  @ApiOperation({ operationId: 'generateOutline' })
  @ApiOkResponse({ standardSchema: GeneratedOutline })
  outline(
    @CurrentUser() user: Principal,
    @Body({ schema: GenerateOutline }) body: GenerateOutline,
  ) {
    return this.generation.outline(user.userId, body);
  }

  @Post('section')
  @StartsWriting()
  @HttpCode(200)
  @RateLimit('generations')
  @ApiOperation({ operationId: 'generateSection' })
  @ApiOkResponse({ standardSchema: GeneratedSection })
  section(
    @CurrentUser() user: Principal,
    @Body({ schema: GenerateSection }) body: GenerateSection,
  ) {
    return this.generation.section(user.userId, body);
  }

  @Post('suggestion')
  @StartsWriting()
  @RateLimit('generations')
  @ApiOperation({
    operationId: 'suggestWording',
    summary: 'Another wording for a place of a section; the text itself stays as it is',
  })
  @ApiCreatedResponse({ standardSchema: Suggestion })
  suggestion(
    @CurrentUser() user: Principal,
    @Body({ schema: SuggestionRequest }) body: SuggestionRequest,
    @ClientGone() gone: AbortSignal,
  ) {
    return this.suggestions.suggest(user.userId, body, gone);
  }

  @Post('estimate')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'estimateGeneration',
    summary: 'What writing the document will come to; nothing is written and no model is asked',
  })
  @ApiOkResponse({ standardSchema: GenerationEstimate })
  estimate(
    @CurrentUser() user: Principal,
    @Body({ schema: EstimateGeneration }) body: EstimateGeneration,
  ) {
    return this.estimator.estimate(user.userId, body);
  }

  @Get('forecast')
  @ApiOperation({
    operationId: 'forecastGeneration',
    summary: 'What writing so many pages usually comes to, before there is a document',
  })
  @ApiOkResponse({ standardSchema: GenerationForecast })
  forecast(@Query({ schema: ForecastQuery }) query: ForecastQuery) {
    return this.estimator.forecast(query);
  }

  @Get('models')
  @ApiOperation({ operationId: 'listModels' })
  @ApiOkResponse({ standardSchema: GenerationModels })
  models() {
    return this.facts.models();
  }

  @Get('usage/:userId')
  @ApiOperation({ operationId: 'getUsage' })
  @ApiOkResponse({ standardSchema: GenerationUsage })
  usage(@CurrentUser() user: Principal, @Param('userId', IdPipe) userId: string) {
    return this.facts.usage(user, userId);
  }
}
