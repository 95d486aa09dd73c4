import { Injectable } from '@nestjs/common';
import type { SectionText, Stage } from '../../documents';
import { OFFLINE } from '../models/model-registry';
import { Polisher } from '../polish/polisher';
import type { DraftCheck } from '../support/draft-check';
import type { GradedEvidence } from '../support/graded-evidence';
import { ModelSupportCheck } from '../support/model-support-check';
import { POLISH_VERSION } from '../tasks/polish-task';
import type { SectionTask } from '../tasks/section-task';
import { TASK_VERSION } from '../tasks/task-parts';
import type { StepOptions } from './step-options';

export interface FinishedDraft extends Pick<SectionText, 'content' | 'evidence' | 'stages'> {
  tokensUsed: number;
}

const GRADES = ['unsupported', 'weak', 'supported'];

/** Whether a polished text is carried by its passages as well as its draft was. */
function carriesAsMuch(draft: readonly GradedEvidence[], polished: readonly GradedEvidence[]) {
  const grade = (one: GradedEvidence | undefined) => GRADES.indexOf(one?.evidence.state ?? '');
  return (
    draft.length === polished.length &&
    draft.every((one, index) => grade(polished[index]) >= grade(one))
  );
}

/** What is kept as it is by a polish: the authors' names and the words of titles and key points. */
function termsOf({ sources, section, outline, document }: SectionTask): string[] {
  const titles = [document.title, ...outline.map(({ title }) => title), ...section.keyPoints];
  return [...sources.flatMap(({ authors }) => authors), ...titles];
}

/** Makes of an answer a text that holds: checked, polished, checked again, judged. */
@Injectable()
export class DraftFinisher {
  constructor(
    private readonly polisher: Polisher,
    private readonly support: ModelSupportCheck,
  ) {}

  /** @throws the reason of the signal */
  async finish(
    draft: string,
    writer: string,
    task: SectionTask,
    check: DraftCheck,
    options: StepOptions,
  ): Promise<FinishedDraft> {
    if (writer === OFFLINE) return finished(check.resolved(draft), writer, check);
    const carried = check.carried(draft);
    const polished = await this.polished(carried, task, check, options);
    const judgement = await this.support.judge(check.graded(polished.text), task.language, options);
    const content = check.carried(polished.text, judgement.regrade);
    const evidence = judgement.regrade(check.graded(content)).map((one) => one.evidence);
    const stages = stagesOf(writer, carried, polished.model, content);
    const tokensUsed = polished.tokensUsed + judgement.tokensUsed;
    return { content, evidence, stages, tokensUsed };
  }

  private async polished(
    draft: string,
    task: SectionTask,
    check: DraftCheck,
    options: StepOptions,
  ) {
    const polished = await this.polisher.polish(draft, task.language, termsOf(task), options);
    const holds =
      check.carried(polished.text) === polished.text &&
      carriesAsMuch(check.graded(draft), check.graded(polished.text));
    return holds ? polished : { ...polished, text: draft, model: null };
  }
}

const stageOf = (writer: string, content: string) => ({
  step: 'draft' as const,
  writer,
  promptVersion: TASK_VERSION,
  content,
});

/** The last one has left `content`. */
function stagesOf(
  writer: string,
  draft: string,
  polisher: string | null,
  content: string,
): Stage[] {
  if (polisher === null) return [stageOf(writer, content)];
  const polish = { step: 'polish' as const, writer: polisher, promptVersion: POLISH_VERSION };
  return [stageOf(writer, draft), { ...polish, content }];
}

function finished(content: string, writer: string, check: DraftCheck): FinishedDraft {
  const evidence = check.graded(content).map((one: GradedEvidence) => one.evidence);
  return { content, evidence, stages: [stageOf(writer, content)], tokensUsed: 0 };
}
