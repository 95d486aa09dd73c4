import { Inject, Injectable, Logger } from '@nestjs/common';
import { lowerOf, type SupportGrade } from '../../citations';
import { type DocumentLanguage, ProblemException } from '../../common';
import { CONFIGURATION, type Configuration } from '../../config';
import { ModelChain } from '../models/model-chain';
import type { StepOptions } from '../steps/step-options';
import { jsonIn } from '../tasks/json-in';
import { supportMessages, type SupportTask, SupportVerdicts } from '../tasks/support-task';
import type { GradedEvidence } from './graded-evidence';
import { verdictList } from './verdict-list';

const TOKENS_PER_VERDICT = 30;
const FEWEST_OUTPUT_TOKENS = 200;
/** Bounds one call; what is left over keeps the grade of its words. */
const MOST_SENTENCES = 150;

export interface ModelJudgement {
  /** Applies what the model found to the same sentences and passages, in whatever text. */
  regrade(graded: readonly GradedEvidence[]): GradedEvidence[];
  tokensUsed: number;
}

const NO_JUDGEMENT: ModelJudgement = { regrade: (graded) => [...graded], tokensUsed: 0 };

function taskFor(graded: readonly GradedEvidence[], language: DocumentLanguage): SupportTask {
  const passages = [...new Set(graded.map(({ passage }) => passage.text))];
  const sentences = graded.map(({ place, passage }, number) => {
    return { number, text: place.claim, passage: passages.indexOf(passage.text) };
  });
  return { language, passages, sentences };
}

/** The verdicts of an answer by number; none when it cannot be read. */
function verdictsIn(answer: string): Map<number, SupportGrade> {
  const parsed = SupportVerdicts.safeParse(jsonIn(answer));
  const verdicts = parsed.success ? parsed.data.verdicts : [];
  return new Map(verdicts.map(({ number, verdict }) => [number, verdict]));
}

/**
 * Has a language model judge what the words of passages were found to carry. It sees more than
 * words do, and can be talked into anything by what it reads: so it may only lower a state.
 */
@Injectable()
export class ModelSupportCheck {
  private readonly logger = new Logger(ModelSupportCheck.name);

  constructor(
    private readonly models: ModelChain,
    @Inject(CONFIGURATION) private readonly config: Configuration,
  ) {}

  /**
   * One call for a section. Where it fails, for whatever reason, all stays as it was.
   * @throws the reason of the signal
   */
  async judge(
    graded: readonly GradedEvidence[],
    language: DocumentLanguage,
    { ownerId, jobId, signal }: StepOptions,
  ): Promise<ModelJudgement> {
    const asked = graded.slice(0, MOST_SENTENCES);
    if (!this.config.llm.supportCheck || asked.length === 0) return NO_JUDGEMENT;
    try {
      const task = taskFor(asked, language);
      const { text, tokens } = await this.models.complete({
        ...{ ownerId, jobId, signal, languageModelsOnly: true },
        messages: supportMessages(task),
        continuation: verdictList(task),
        maxOutputTokens: FEWEST_OUTPUT_TOKENS + asked.length * TOKENS_PER_VERDICT,
      });
      return { regrade: regradeBy(asked, verdictsIn(text)), tokensUsed: tokens };
    } catch (error) {
      if (!(error instanceof ProblemException)) throw error;
      this.logger.warn(`The support of a section was not checked by a model: ${error.code}`);
      return NO_JUDGEMENT;
    }
  }
}

const identity = ({ place, passage }: GradedEvidence): string => `${passage.id} ${place.claim}`;

function regradeBy(
  asked: readonly GradedEvidence[],
  verdicts: ReadonlyMap<number, SupportGrade>,
): ModelJudgement['regrade'] {
  const opinions = new Map(asked.map((one, number) => [identity(one), verdicts.get(number)]));
  return (graded) =>
    graded.map((one) => {
      const opinion = opinions.get(identity(one));
      if (opinion === undefined) return one;
      const state = lowerOf(one.evidence.state, opinion);
      return { ...one, evidence: { ...one.evidence, state, modelChecked: true } };
    });
}
