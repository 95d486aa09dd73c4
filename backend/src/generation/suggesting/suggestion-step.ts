import { Injectable } from '@nestjs/common';
import { toCitableSource } from '../../citations';
import { ProblemException } from '../../common';
import { changesBetween, type Document, type MadeSuggestion } from '../../documents';
import { likelyTokens } from '../budget/token-estimate';
import { ModelChain } from '../models/model-chain';
import { ModelRegistry, OFFLINE } from '../models/model-registry';
import type { ModelAnswer } from '../models/model-request';
import { prose } from '../models/prose';
import { keptWords } from '../polish/frozen';
import { mergePolish } from '../polish/merge-polish';
import { taskPassage } from '../steps/task-material';
import { type Message, repairMessages } from '../tasks/messages';
import {
  SUGGESTION_VERSION,
  suggestionMessages,
  type SuggestionTask,
} from '../tasks/suggestion-task';
import { lostFacts } from './carrying-facts';
import type { SelectedText } from './selected-text';
import { SuggestionCheck } from './suggestion-check';
import {
  type SuggestionMaterial,
  SuggestionMaterialFinder,
  type Wanted,
} from './suggestion-material';
import { termsOf, suggestionTaskFor } from './suggestion-task-for';

const FEWEST_OUTPUT_TOKENS = 500;
/** Room for twice the words, in a language that takes more tokens than was estimated. */
const SPARE = 3;
const MAX_FAULTS_SHOWN = 20;

export interface SuggestionPlace {
  section: Document['sections'][number];
  selected: SelectedText;
}

interface Payer {
  ownerId: string;
  signal?: AbortSignal | undefined;
}

interface Written {
  text: string;
  writer: string;
  tokensUsed: number;
}

/** Has another wording written for a place, and checks it. Changes nothing. */
@Injectable()
export class SuggestionStep {
  constructor(
    private readonly finder: SuggestionMaterialFinder,
    private readonly models: ModelChain,
    private readonly registry: ModelRegistry,
  ) {}

  /**
   * @throws ProblemException NEEDS_MODEL, NO_SUGGESTION, TOKEN_LIMIT, MODEL_FAILED; the reason of
   *   the signal
   */
  async make(
    document: Document,
    { section, selected }: SuggestionPlace,
    wanted: Wanted,
    payer: Payer,
  ): Promise<MadeSuggestion> {
    const modelOnly = needsModel(wanted);
    if (modelOnly && this.registry.models.every(({ offline }) => offline)) throw noModel();
    const material = await this.finder.find(document, section.id, selected, wanted, payer);
    const task = suggestionTaskFor(document, section, selected, wanted, material);
    const check = checkFor(task, section.content, selected, wanted, material);
    const {
      text: proposed,
      writer,
      tokensUsed,
    } = await this.write(task, check, {
      ...payer,
      languageModelsOnly: modelOnly,
    });
    const { start, text: original } = selected;
    const { citations, others } = lostFacts(original, proposed, document.language);
    const idOf = new Map(material.sources.map(({ key, id }) => [key, id]));
    return {
      ...{ documentId: document.id, sectionId: section.id, version: section.version },
      ...{ start, original, proposed, writer, promptVersion: SUGGESTION_VERSION },
      ...wanted,
      changes: changesBetween(original, proposed),
      evidence: check.evidence(proposed, idOf),
      lost: [...citations, ...others],
      tokensUsed: tokensUsed + material.tokensUsed,
    };
  }

  /** A proposal, and when it does not hold, one more. */
  private async write(
    task: SuggestionTask,
    check: SuggestionCheck,
    request: Payer & { languageModelsOnly: boolean },
  ): Promise<Written> {
    const maxOutputTokens = FEWEST_OUTPUT_TOKENS + Math.ceil(likelyTokens(task.text) * SPARE);
    const messages = suggestionMessages(task);
    const ask = (conversation: readonly Message[]) =>
      this.models.complete({
        ...{
          ...request,
          messages: conversation,
          continuation: prose(task.language),
          maxOutputTokens,
        },
      });
    const first = await ask(messages);
    const told = toldIn(first, task);
    const complaints = first.model === OFFLINE ? [] : check.complaints(told);
    if (complaints.length === 0) return good(told, first, first.tokens, check);
    const shown = [...new Set(complaints)].slice(0, MAX_FAULTS_SHOWN);
    const second = await ask(repairMessages(messages, first.text, shown));
    const tokens = first.tokens + second.tokens;
    const mended = check.holding(toldIn(second, task));
    if (check.isGood(mended)) return good(mended, second, tokens, check);
    return good(check.holding(told), first, tokens, check);
  }
}

/** The offline writer can leave out and tidy up, and understands no wishes. */
const needsModel = ({ action, instruction }: Wanted): boolean =>
  instruction !== null || action === 'rewrite' || action === 'expand';

/** What an answer says, in the lines that the original has. */
function toldIn({ text, truncated }: ModelAnswer, task: SuggestionTask): string {
  if (truncated) return '';
  const trimmed = text.trim();
  const told = task.text.includes('\n')
    ? trimmed
    : trimmed.replace(/\s*\n\s*(?![-*+>#|\d`])/g, ' ');
  if (task.action !== 'polish') return told;
  const known = keptWords(termsOf(task), task.language);
  return mergePolish(task.text, told, task.language, known).text;
}

function good(text: string, by: ModelAnswer, tokensUsed: number, check: SuggestionCheck): Written {
  if (!check.isGood(text)) throw nothingBetter(by.model);
  return { text, writer: by.model, tokensUsed };
}

function checkFor(
  task: SuggestionTask,
  content: string,
  { start, end, text }: SelectedText,
  wanted: Wanted,
  { sources, passages }: SuggestionMaterial,
): SuggestionCheck {
  const { language } = task;
  const around = { before: content.slice(0, start), text, after: content.slice(end) };
  const citable = sources.map(toCitableSource);
  const titles = [task.document.title, task.section, ...task.sources.map(({ title }) => title)];
  const shown = { sources: citable, passages: passages.map(taskPassage), titles, language };
  return new SuggestionCheck(around, wanted, shown, { sources: citable, passages, language });
}

function noModel(): ProblemException {
  const detail =
    'This needs a language model, and none is set up here. Shorten and polish work without one, as long as they need no wish of yours.';
  return new ProblemException('NEEDS_MODEL', detail);
}

function nothingBetter(model: string): ProblemException {
  const detail =
    model === OFFLINE
      ? 'Without a language model nothing can be left out or tidied up here. Your text is as it was.'
      : 'No other wording came out that keeps your citations and facts. Your text is as it was; select more or less of it, or try again.';
  return new ProblemException('NO_SUGGESTION', detail);
}
