import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../../config';
import { TokenBudget } from '../budget/token-budget';
import type { DocumentLanguage } from '../../common';
import type {
  EstimateGeneration,
  ForecastQuery,
  GenerationEstimate,
  GenerationForecast,
} from '../dto/estimate';
import { ModelRegistry } from '../models/model-registry';
import { SemanticRanking } from '../retrieval/semantic-ranking';
import { PastStepsRepository } from './past-steps.repository';
import { costOf } from './cost-forecast';
import { type Forecast, forecast } from './token-forecast';
import { type WorkAhead, workAhead } from './work-ahead';
import { WorkPlanner } from './work-planner';

/** Before anything was written here: milliseconds of a section and an outline. */
const UNTRIED = { model: 40_000, offline: 1000 };

/** Says what writing a document will come to, without asking any model. */
@Injectable()
export class GenerationEstimator {
  constructor(
    private readonly planner: WorkPlanner,
    private readonly registry: ModelRegistry,
    private readonly ranking: SemanticRanking,
    private readonly past: PastStepsRepository,
    private readonly budget: TokenBudget,
    @Inject(CONFIGURATION) private readonly config: Configuration,
  ) {}

  /** @throws ProblemException NOT_FOUND */
  async estimate(ownerId: string, { documentId }: EstimateGeneration): Promise<GenerationEstimate> {
    const { document, ahead } = await this.planner.plan(ownerId, documentId);
    const expected = this.expected(ahead, document.language);
    const { calls, least, most } = expected;
    const embeddings = ahead.sections.length > 0 ? await this.ranking.forecast(documentId) : NONE;
    const tokens = { least, most: most + embeddings.tokens };
    const tokensLeftToday = await this.budget.leftToday(ownerId);
    return {
      ...sizeOf(ahead),
      calls: calls + embeddings.calls,
      tokens,
      cost: this.cost(expected, embeddings.tokens),
      seconds: Math.ceil((await this.milliseconds(ahead)) / 1000),
      tokensLeftToday,
      enough: tokens.most <= tokensLeftToday,
    };
  }

  /** The same of a document with so many pages and no sources yet, as far as it can be known. */
  async forecast({ targetPages, language }: ForecastQuery): Promise<GenerationForecast> {
    const ahead = workAhead({ outline: null, sections: [], targetPages }, 0);
    const expected = this.expected(ahead, language);
    return {
      ...sizeOf(ahead),
      tokens: { least: expected.least, most: expected.most },
      cost: this.cost(expected, 0),
      seconds: Math.ceil((await this.milliseconds(ahead)) / 1000),
    };
  }

  private expected(ahead: WorkAhead, language: DocumentLanguage): Forecast {
    const { polish, supportCheck: judge } = this.config.llm;
    const model = this.registry.models.some(({ offline }) => !offline);
    return forecast(ahead, language, { model, polish, judge });
  }

  private cost(expected: Forecast, embedded: number): GenerationEstimate['cost'] {
    const asked = this.registry.models.filter(({ offline }) => !offline).map(({ id }) => id);
    return costOf(expected, asked, embedded, this.config.llm);
  }

  private async milliseconds({ outline, sections }: WorkAhead): Promise<number> {
    const { models, atOnce } = this.registry;
    const usual = models[0]?.offline === true ? UNTRIED.offline : UNTRIED.model;
    const section = (await this.past.meanSection(models.map(({ id }) => id))) ?? usual;
    const plan = outline ? ((await this.past.meanOutline()) ?? usual) : 0;
    return plan + Math.ceil(sections.length / atOnce) * section;
  }
}

const NONE = { calls: 0, tokens: 0 };

const sizeOf = ({ sections }: WorkAhead) => ({
  sections: sections.length,
  words: sections.reduce((sum, words) => sum + words, 0),
});
