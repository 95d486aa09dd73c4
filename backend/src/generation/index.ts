export {
  CostExportQuery,
  type CostGroup,
  CostQuery,
  CostReport,
  Money,
} from './budget/cost-report';
export { totalsOf as costTotals } from './budget/cost-sums';
export { ModelCosts } from './budget/model-costs';
export { TokenBudget, type TokenReservation } from './budget/token-budget';
export { GenerationModule } from './generation.module';
export { ModelHealth } from './models/model-health';
export { AbstractStep, type DraftedAbstract } from './steps/abstract-step';
export { LengthRulesRepository } from './steps/length-rules.repository';
export { type DraftedOutline, OutlineStep } from './steps/outline-step';
export { type DraftedSection, SectionStep } from './steps/section-step';
export type { StepOptions } from './steps/step-options';
export { NO_LIMITS, withinLimits, type WordLimits } from './steps/word-limits';
export { RulesReader } from './support/rules-reader';
export { WishJudge } from './support/wish-judge';
export type { QuotedRule } from './tasks/quoted-rules-task';
export type { WishVerdict } from './tasks/wishes-task';
export { WarmUp } from './warm-up';
