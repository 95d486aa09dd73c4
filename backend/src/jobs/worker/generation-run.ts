import { Inject, Injectable } from '@nestjs/common';
import { bulkhead } from 'cockatiel';
import { ProblemException } from '../../common';
import { CONFIGURATION, type Configuration } from '../../config';
import {
  type Document,
  DocumentsService,
  type OutlineSection,
  OutlineService,
} from '../../documents';
import { OutlineStep } from '../../generation';
import { AbstractWriter } from './abstract-writer';
import { Checkpoints } from './checkpoints';
import { COMPLETED, failed, type JobEnding } from './job-ending';
import type { Lease } from './lease';
import { SectionWriter } from './section-writer';
import { sideBySide } from './side-by-side';
import { plannedSections, progressOn, textSections } from './writing-plan';

/**
 * Writes what a document still lacks, step by step. What is to be done next is read from the
 * document itself each time, so a run goes on wherever another has stopped.
 */
@Injectable()
export class GenerationRun {
  /** What a section needs is in memory while it is written, so that this bounds it. */
  private readonly slots;

  constructor(
    private readonly documents: DocumentsService,
    private readonly outlines: OutlineService,
    private readonly outlineStep: OutlineStep,
    private readonly sectionWriter: SectionWriter,
    private readonly abstractWriter: AbstractWriter,
    private readonly checkpoints: Checkpoints,
    @Inject(CONFIGURATION) { worker }: Configuration,
  ) {
    this.slots = bulkhead(worker.sections, Infinity);
  }

  /**
   * @throws LeaseLost when the job is no longer ours, the signal's reason when it was aborted,
   *   ProblemException when a step failed
   */
  async run(lease: Lease, signal: AbortSignal): Promise<JobEnding> {
    const document = await this.read(lease);
    const stage = document.outline === null ? 'outline' : 'sections';
    await this.checkpoints.announce(lease, { stage, message: 'started', ...progressOn(document) });
    if (document.outline === null) await this.makeOutline(lease, document, signal);
    const ending = await this.writeSections(lease, signal);
    if (ending !== COMPLETED) return ending;
    // From the whole, so that it comes last
    await this.abstractWriter.write(lease, await this.read(lease), signal);
    return ending;
  }

  private read({ ownerId, documentId }: Lease): Promise<Document> {
    return this.documents.getOwned(ownerId, documentId);
  }

  private async makeOutline(lease: Lease, document: Document, signal: AbortSignal): Promise<void> {
    await this.checkpoints.announce(lease, { stage: 'outline', message: 'outlineStarted' });
    const startedAt = performance.now();
    const { ownerId, jobId, requirements } = lease;
    const options = { ownerId, jobId, requirements, signal };
    const { outline, model, tokensUsed } = await this.outlineStep.draft(document, options);
    signal.throwIfAborted();
    const step = {
      step: 'outline',
      result: { writer: model, sections: outline.sections.length },
      content: JSON.stringify(outline),
      tokensUsed,
      durationMs: Math.round(performance.now() - startedAt),
    };
    await this.checkpoints.finish(lease, step, async (manager) => {
      const saved = await this.outlines.saveWithin(manager, ownerId, document, outline);
      const sectionsTotal = textSections(saved).length;
      return { stage: 'sections', message: 'outlineReady', sectionsTotal };
    });
  }

  /**
   * Goes through all sections, also after one that no source speaks about. What frames the text
   * comes last, from the whole.
   */
  private async writeSections(lease: Lease, signal: AbortSignal): Promise<JobEnding> {
    const withoutSources: OutlineSection[] = [];
    for (const framing of [false, true]) {
      await this.writePart(lease, framing, signal, (section) => withoutSources.push(section));
    }
    return endOf(await this.read(lease), withoutSources);
  }

  private writePart(
    lease: Lease,
    framing: boolean,
    signal: AbortSignal,
    onOffTopic: (section: OutlineSection) => void,
  ): Promise<void> {
    const begun = new Set<string>();
    const next = async () => {
      signal.throwIfAborted();
      const document = await this.read(lease);
      const section = plannedSections(document).find(
        ({ id, role }) => !begun.has(id) && (role !== 'body') === framing,
      );
      if (section === undefined) return undefined;
      begun.add(section.id);
      return { document, section };
    };
    return sideBySide(
      this.sectionWriter.atOnce,
      this.slots,
      next,
      async ({ document, section }) => {
        try {
          await this.sectionWriter.write(lease, document, section, signal);
        } catch (error) {
          if (!isOffTopic(error)) throw error;
          onOffTopic(section);
          const message = 'sectionWithoutSources';
          await this.checkpoints.announce(lease, { stage: 'sections', message, section });
        }
      },
    );
  }
}

/** The truth about a document in which nothing more can be written; one with holes has failed. */
function endOf(document: Document, withoutSources: readonly OutlineSection[]): JobEnding {
  if (progressOn(document).sectionsTotal === 0) {
    const detail =
      'No section of the outline is meant to have text. Give one a length, and resume.';
    return failed('NO_OUTLINE', detail);
  }
  if (withoutSources.length === 0) return COMPLETED;
  const titles = inOrder(document, withoutSources)
    .map(({ title }) => `“${title}”`)
    .join(', ');
  const detail =
    `Your sources say nothing about: ${titles}. The other sections are written. ` +
    'Add sources on these, or change the outline, and resume.';
  return failed('SOURCES_OFF_TOPIC', detail);
}

function inOrder({ outline }: Document, sections: readonly OutlineSection[]): OutlineSection[] {
  const ids = new Set(sections.map(({ id }) => id));
  return outline?.sections.filter(({ id }) => ids.has(id)) ?? [];
}

const isOffTopic = (error: unknown): boolean =>
  error instanceof ProblemException && error.code === 'SOURCES_OFF_TOPIC';
