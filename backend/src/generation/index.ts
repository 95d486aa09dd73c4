export { TokenBudget, type TokenReservation } from './budget/token-budget';
export { GenerationModule } from './generation.module';
export { AbstractStep, type DraftedAbstract } from './steps/abstract-step';
export { type DraftedOutline, OutlineStep } from './steps/outline-step';
export { type DraftedSection, SectionStep } from './steps/section-step';
export type { StepOptions } from './steps/step-options';
export { pagesOf, wordTarget } from './steps/word-target';
export { WishJudge } from './support/wish-judge';
export type { WishVerdict } from './tasks/wishes-task';
