import { Injectable } from '@nestjs/common';
import { ProblemException } from '../../common';
import { type Document, isAppendix, type OutlineDraft, wordTarget } from '../../documents';
import { ModelChain } from '../models/model-chain';
import { messagesFor, repairMessages } from '../tasks/messages';
import type { OutlinePlan, OutlineTask } from '../tasks/outline-task';
import { TASK_VERSION } from '../tasks/task-parts';
import { LengthRulesRepository } from './length-rules.repository';
import { withMandatory } from './mandatory-sources';
import { type OutlineResearch, OutlineResearcher } from './outline-research';
import { readPlan, toOutlineDraft } from './read-plan';
import type { StepOptions } from './step-options';
import { briefOf, inTextOrder, sourceBrief, taskPassage } from './task-material';
import { withinLimits, type WordLimits } from './word-limits';

const MAX_OUTPUT_TOKENS = 8000;

export interface DraftedOutline {
  outline: OutlineDraft;
  /** Id of the model that planned it. */
  model: string;
  tokensUsed: number;
}

function taskFor(
  document: Document,
  { sources, passages, words }: OutlineResearch,
  requirements: string | undefined,
  limits: WordLimits,
): OutlineTask {
  return {
    version: TASK_VERSION,
    kind: 'outline',
    language: document.language,
    document: briefOf(document, requirements),
    targetWords: withinLimits(wordTarget(document.targetPages, sources.length), limits),
    sources: sources.map((source) => ({
      ...sourceBrief(source),
      words: words.get(source.key) ?? 0,
    })),
    passages: inTextOrder(passages).map(taskPassage),
  };
}

function outlineFrom(
  plan: OutlinePlan,
  { sources, targetWords, language }: OutlineTask,
  research: OutlineResearch,
  appendices: OutlineDraft['sections'],
): OutlineDraft {
  const keys = new Set(sources.map(({ key }) => key));
  const { researchQuestion, sections } = toOutlineDraft(plan, keys, targetWords);
  const planned = withMandatory(sections, research.sources, language);
  return { researchQuestion, sections: [...planned, ...appendices] };
}

/** Research, then a plan of the document. Changes nothing: the same call can be made again. */
@Injectable()
export class OutlineStep {
  constructor(
    private readonly researcher: OutlineResearcher,
    private readonly models: ModelChain,
    private readonly lengths: LengthRulesRepository,
  ) {}

  /**
   * @throws ProblemException NO_SOURCES, SOURCES_OFF_TOPIC, TOKEN_LIMIT, MODEL_FAILED; the reason
   *   of the signal
   */
  async draft(document: Document, options: StepOptions): Promise<DraftedOutline> {
    const { ownerId, jobId, requirements, signal } = options;
    const research = await this.researcher.research(document);
    const limits = await this.lengths.limits(ownerId, document);
    const task = taskFor(document, research, requirements, limits);
    signal?.throwIfAborted();
    const keys = new Set(task.sources.map(({ key }) => key));
    // they are the author's own, and stay
    const own = document.outline?.sections.filter(isAppendix) ?? [];
    const ask = (messages: ReturnType<typeof messagesFor>) =>
      this.models.complete({
        ...{ ownerId, jobId, signal, messages },
        maxOutputTokens: MAX_OUTPUT_TOKENS,
      });

    const messages = messagesFor(task);
    const first = await ask(messages);
    const read = readPlan(first.text, keys);
    if (read.plan !== null && read.faults.length === 0) {
      const outline = outlineFrom(read.plan, task, research, own);
      return { outline, model: first.model, tokensUsed: first.tokens };
    }
    const second = await ask(repairMessages(messages, first.text, read.faults));
    const plan = readPlan(second.text, keys).plan ?? read.plan;
    if (plan === null) {
      const detail = 'The language model gave no usable outline, twice. Try again in a moment.';
      throw new ProblemException('MODEL_FAILED', detail);
    }
    const outline = outlineFrom(plan, task, research, own);
    return { outline, model: second.model, tokensUsed: first.tokens + second.tokens };
  }
}
