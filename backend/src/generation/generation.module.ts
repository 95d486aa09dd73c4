import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents';
import { SourcesModule } from '../sources';
import { ModelCosts } from './budget/model-costs';
import { TokenBudget } from './budget/token-budget';
import { TokenLedgerRepository } from './budget/token-ledger.repository';
import { GenerationEstimator } from './estimate/generation-estimator';
import { PastStepsRepository } from './estimate/past-steps.repository';
import { WorkPlanner } from './estimate/work-planner';
import { GenerationController } from './generation.controller';
import { GenerationFacts, GenerationService } from './generation.service';
import { ModelChain } from './models/model-chain';
import { ModelHealth } from './models/model-health';
import { RESILIENCE } from './models/model-policy';
import { ModelRegistry, RESILIENCE_SETTINGS } from './models/model-registry';
import { BegunAnswers } from './models/begun-answers';
import { CallGate } from './models/call-gate';
import { PaidAnswers } from './models/paid-answers';
import { PaidCalls } from './models/paid-calls';
import { Embedder } from './retrieval/embedder';
import { PassageFinder } from './retrieval/passage-finder';
import { PassageVectorsRepository } from './retrieval/passage-vectors.repository';
import { QueryVectorsRepository } from './retrieval/query-vectors.repository';
import { SemanticRanking } from './retrieval/semantic-ranking';
import { Polisher } from './polish/polisher';
import { AbstractStep } from './steps/abstract-step';
import { DraftFinisher } from './steps/draft-finisher';
import { LengthRulesRepository } from './steps/length-rules.repository';
import { OutlineResearcher } from './steps/outline-research';
import { OutlineStep } from './steps/outline-step';
import { SectionMaterialFinder } from './steps/section-material';
import { SectionStep } from './steps/section-step';
import { ModelSupportCheck } from './support/model-support-check';
import { SuggestionMaterialFinder } from './suggesting/suggestion-material';
import { SuggestionService } from './suggesting/suggestion.service';
import { SuggestionStep } from './suggesting/suggestion-step';
import { RulesReader } from './support/rules-reader';
import { WishJudge } from './support/wish-judge';
import { WarmUp } from './warm-up';

@Module({
  imports: [DocumentsModule, SourcesModule],
  controllers: [GenerationController],
  providers: [
    AbstractStep,
    BegunAnswers,
    CallGate,
    DraftFinisher,
    Embedder,
    GenerationEstimator,
    GenerationFacts,
    GenerationService,
    LengthRulesRepository,
    ModelChain,
    ModelCosts,
    ModelHealth,
    ModelRegistry,
    ModelSupportCheck,
    OutlineResearcher,
    OutlineStep,
    PaidAnswers,
    PaidCalls,
    PassageFinder,
    PassageVectorsRepository,
    PastStepsRepository,
    Polisher,
    QueryVectorsRepository,
    RulesReader,
    SectionMaterialFinder,
    SectionStep,
    SemanticRanking,
    SuggestionMaterialFinder,
    SuggestionService,
    SuggestionStep,
    TokenBudget,
    TokenLedgerRepository,
    WarmUp,
    WishJudge,
    WorkPlanner,
    { provide: RESILIENCE_SETTINGS, useValue: RESILIENCE },
  ],
  exports: [
    AbstractStep,
    LengthRulesRepository,
    ModelCosts,
    ModelHealth,
    OutlineStep,
    RulesReader,
    SectionStep,
    TokenBudget,
    WarmUp,
    WishJudge,
  ],
})
export class GenerationModule {}
