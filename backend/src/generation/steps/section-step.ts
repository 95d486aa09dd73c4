import { Injectable } from '@nestjs/common';
import { sentenceSpans, toCitableSource } from '../../citations';
import { notFound, ProblemException } from '../../common';
import { type Document, type OutlineSection, planOf, type SectionText } from '../../documents';
import { citableIn } from '../citing/citable';
import { ModelChain } from '../models/model-chain';
import { OFFLINE } from '../models/model-registry';
import type { ModelAnswer } from '../models/model-request';
import { prose } from '../models/prose';
import { DraftCheck } from '../support/draft-check';
import { messagesFor, repairMessages } from '../tasks/messages';
import type { SectionTask } from '../tasks/section-task';
import { DraftFinisher } from './draft-finisher';
import { type SectionMaterial, SectionMaterialFinder } from './section-material';
import { sectionTaskFor } from './section-task-for';
import type { StepOptions } from './step-options';
import { countPassageWords } from './task-material';

/** Tokens that a word may take, citations included, in the languages that take most. */
const TOKENS_PER_WORD = 5;
const MIN_OUTPUT_TOKENS = 1500;
const MAX_OUTPUT_TOKENS = 16_000;
const MAX_FAULTS_SHOWN = 20;

export interface DraftedSection {
  /** Checked: everything in it that cites resolves, with evidence. */
  text: SectionText;
  tokensUsed: number;
}

/** @throws ProblemException NO_OUTLINE, NOT_FOUND, VALIDATION_FAILED */
function sectionOf({ outline }: Document, sectionId: string): OutlineSection {
  if (outline === null) {
    throw new ProblemException('NO_OUTLINE', 'There is no outline yet. Make one first.');
  }
  const section = outline.sections.find(({ id }) => id === sectionId);
  if (section === undefined) throw notFound();
  if (section.targetWords > 0) return section;
  const message = 'This heading has no text of its own. Give it a length in the outline first.';
  throw new ProblemException('VALIDATION_FAILED', message, {
    errors: [{ pointer: '/sectionId', message }],
  });
}

function outputTokens({ targetWords }: OutlineSection): number {
  const wanted = targetWords * TOKENS_PER_WORD;
  return Math.min(MAX_OUTPUT_TOKENS, Math.max(MIN_OUTPUT_TOKENS, wanted));
}

/** Without what other sections say, which are written at the same time. */
function lastingPartOf({ earlier: _earlier, used: _used, ...lasting }: SectionTask): string {
  return JSON.stringify(lasting);
}

/** An answer that broke off at its longest length ends with its last whole sentence. */
function wholeSentences({ text, truncated }: ModelAnswer, language: Document['language']): string {
  if (!truncated) return text.trim();
  const whole = sentenceSpans(text, language).filter(({ start, end }) =>
    /[.!?…]["”»“]?$/u.test(text.slice(start, end)),
  );
  return text.slice(0, whole.at(-1)?.end ?? 0).trim();
}

/** Retrieve, draft, check citations and what carries them. Changes nothing: the same call can be made again. */
@Injectable()
export class SectionStep {
  constructor(
    private readonly finder: SectionMaterialFinder,
    private readonly models: ModelChain,
    private readonly finisher: DraftFinisher,
  ) {}

  /** How many sections of one document may be drafted at the same time. */
  get atOnce(): number {
    return this.models.atOnce;
  }

  /**
   * @throws ProblemException NO_OUTLINE, NOT_FOUND, VALIDATION_FAILED, NO_SOURCES,
   *   SOURCES_OFF_TOPIC, TOKEN_LIMIT, MODEL_FAILED; the reason of the signal
   */
  async draft(
    document: Document,
    sectionId: string,
    options: StepOptions,
  ): Promise<DraftedSection> {
    const section = sectionOf(document, sectionId);
    const material = await this.finder.find(document, section, options);
    options.signal?.throwIfAborted();
    const task = sectionTaskFor(document, section, material, options.requirements);
    const check = draftCheckFor(task, material, document, section);
    const { answer, tokensUsed } = await this.write(task, section, check, options);
    const draft = wholeSentences(answer, document.language);
    const { model: writer } = answer;
    const { tokensUsed: forFinish, ...finished } = await this.finisher.finish(
      draft,
      writer,
      task,
      check,
      options,
    );
    if (finished.content === '') throw nothingLeft(section, writer);
    const plan = planOf(section);
    const text = { documentId: document.id, sectionId, status: 'written' as const, writer, plan };
    return {
      text: { ...text, ...finished },
      tokensUsed: material.tokensUsed + tokensUsed + forFinish,
    };
  }

  /** A draft, and when it does not hold, one more. */
  private async write(
    task: SectionTask,
    section: OutlineSection,
    check: DraftCheck,
    { ownerId, jobId, signal }: StepOptions,
  ): Promise<{ answer: ModelAnswer; tokensUsed: number }> {
    const maxOutputTokens = outputTokens(section);
    const messages = messagesFor(task);
    const about = lastingPartOf(task);
    const continuation = prose(task.language);
    const common = { ownerId, jobId, signal, maxOutputTokens, continuation };
    const first = await this.models.complete({ ...common, messages, about });
    const complaints = first.model === OFFLINE ? [] : check.complaints(first.text);
    if (complaints.length === 0) return { answer: first, tokensUsed: first.tokens };
    const shown = [...new Set(complaints)].slice(0, MAX_FAULTS_SHOWN);
    const again = repairMessages(messages, first.text, shown);
    const second = await this.models.complete({
      ...common,
      messages: again,
      about: JSON.stringify([about, first.text]),
    });
    return { answer: second, tokensUsed: first.tokens + second.tokens };
  }
}

function draftCheckFor(
  task: SectionTask,
  { sources, passages }: SectionMaterial,
  { language, sections }: Document,
  { id, targetWords }: OutlineSection,
): DraftCheck {
  const citable = citableIn(task, sources.map(toCitableSource));
  const mandatory = task.sources.filter((source) => source.mandatory).map(({ key }) => key);
  const bounds = {
    targetWords,
    passageWords: passages.reduce((sum, passage) => sum + countPassageWords(passage), 0),
    others: sections.filter((other) => other.id !== id && other.content !== ''),
  };
  const grounds = { sources: citable.sources, passages, language };
  return new DraftCheck(citable, grounds, mandatory, bounds);
}

function nothingLeft({ title }: OutlineSection, model: string): ProblemException {
  if (model === OFFLINE) {
    const detail = `Your sources hold no sentence on “${title}” that other sections have not used. Add sources, or shorten the outline.`;
    return new ProblemException('SOURCES_OFF_TOPIC', detail);
  }
  const detail = `The language model cited nothing that holds for “${title}”. Try again, or choose another model.`;
  return new ProblemException('MODEL_FAILED', detail);
}
