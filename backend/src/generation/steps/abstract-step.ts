import { Injectable } from '@nestjs/common';
import { ProblemException } from '../../common';
import { type AbstractText, basisOf, type Document } from '../../documents';
import { AbstractCheck } from '../citing/abstract-check';
import { ModelChain } from '../models/model-chain';
import { OFFLINE } from '../models/model-registry';
import { prose } from '../models/prose';
import { messagesFor, repairMessages } from '../tasks/messages';
import { TASK_VERSION } from '../tasks/task-parts';
import { abstractTaskFor, FEWEST_WORDS, MOST_WORDS } from './abstract-task-for';
import type { StepOptions } from './step-options';

const MAX_OUTPUT_TOKENS = 1500;
const MAX_FAULTS_SHOWN = 20;

export interface DraftedAbstract {
  text: AbstractText;
  tokensUsed: number;
}

/** Sums up a written document. Changes nothing: the same call can be made again. */
@Injectable()
export class AbstractStep {
  constructor(private readonly models: ModelChain) {}

  /** @throws ProblemException TOKEN_LIMIT, MODEL_FAILED; the reason of the signal */
  async draft(document: Document, options: StepOptions): Promise<DraftedAbstract> {
    const { ownerId, jobId, requirements, signal } = options;
    const messages = messagesFor(abstractTaskFor(document, requirements));
    const ask = (conversation: typeof messages) =>
      this.models.complete({
        ...{
          ownerId,
          jobId,
          signal,
          messages: conversation,
          continuation: prose(document.language),
        },
        maxOutputTokens: MAX_OUTPUT_TOKENS,
      });
    const textBy = (writer: string, content: string): AbstractText => {
      const basis = basisOf(document);
      return { documentId: document.id, content, writer, promptVersion: TASK_VERSION, basis };
    };
    const first = await ask(messages);
    if (first.model === OFFLINE) {
      return { text: textBy(OFFLINE, first.text), tokensUsed: first.tokens };
    }
    const check = new AbstractCheck(document, { fewest: FEWEST_WORDS, most: MOST_WORDS });
    const complaints = [...new Set(check.complaints(first.text))];
    if (complaints.length === 0) {
      return { text: textBy(first.model, check.holding(first.text)), tokensUsed: first.tokens };
    }
    const shown = complaints.slice(0, MAX_FAULTS_SHOWN);
    const second = await ask(repairMessages(messages, first.text, shown));
    const mended = second.model === OFFLINE ? second.text : check.holding(second.text);
    const [content, writer] =
      mended === '' ? [check.holding(first.text), first.model] : [mended, second.model];
    if (content === '') throw nothingHolds();
    return { text: textBy(writer, content), tokensUsed: first.tokens + second.tokens };
  }
}

function nothingHolds(): ProblemException {
  const detail =
    'The language model wrote an abstract of which nothing stands in the text. The sections are kept; resume, or choose another model.';
  return new ProblemException('MODEL_FAILED', detail);
}
