import { Injectable } from '@nestjs/common';
import { ProblemException } from '../../common';
import { WishJudge, type WishVerdict } from '../../generation';
import { type CheckedText, type Outcome, passed, type TextCheck, unchecked } from '../text-check';
import { judgedText } from './judged-text';
import { JudgementsRepository } from './judgements.repository';
import { verdictOutcome } from './verdict-outcome';

/** Whether the text does what its author has asked for, as far as a language model can tell. */
@Injectable()
export class RequirementsCheck implements TextCheck {
  readonly id = 'requirements';
  /** Calls under way by their question: who asks meanwhile waits for the same answer. */
  private readonly asking = new Map<string, Promise<WishVerdict[] | null>>();

  constructor(
    private readonly judge: WishJudge,
    private readonly judgements: JudgementsRepository,
  ) {}

  async check(text: CheckedText): Promise<Outcome> {
    const { document, sections } = text;
    if (document.additionalRequirements.trim() === '') return passed('Nothing was asked for.');
    if (!this.judge.isConfigured)
      return unchecked('no_model', 'No language model is configured to judge it.');
    const judged = judgedText(sections);
    const verdicts = await this.verdicts(text, judged.text).catch((error: unknown) => {
      if (error instanceof ProblemException) return error;
      throw error;
    });
    if (verdicts instanceof ProblemException) return unchecked('model_failed', verdicts.message);
    if (verdicts === null)
      return unchecked('model_failed', 'The language model gave no usable judgement.');
    return verdictOutcome(verdicts, judged.whole, sections);
  }

  private async verdicts({ ownerId, document }: CheckedText, text: string) {
    const { id, language, additionalRequirements: wishes } = document;
    const task = { language, wishes, text };
    const digest = this.judge.digest(task);
    const key = `${id} ${digest}`;
    const under = this.asking.get(key);
    if (under !== undefined) return under;
    const asked = this.known(id, digest, () => this.judge.judge(task, { ownerId })).finally(() =>
      this.asking.delete(key),
    );
    this.asking.set(key, asked);
    return asked;
  }

  private async known(
    documentId: string,
    digest: string,
    ask: () => Promise<WishVerdict[] | null>,
  ): Promise<WishVerdict[] | null> {
    const known = await this.judgements.find(documentId, digest);
    if (known !== undefined) return known;
    const verdicts = await ask();
    if (verdicts !== null) await this.judgements.keep(documentId, digest, verdicts);
    return verdicts;
  }
}
