import { Injectable } from '@nestjs/common';
import { type Document, DocumentsService, OutlineService } from '../../documents';
import { OutlineStep } from '../../generation';
import { Checkpoints } from './checkpoints';
import { COMPLETED, failed, type JobEnding } from './job-ending';
import type { Lease } from './lease';
import { ProblemException } from '../../common';
import { SectionWriter } from './section-writer';
import { plannedSections, progressOn, textSections } from './writing-plan';

/**
 * Writes what a document still lacks, step by step. What is to be done next is read from the
 * document itself each time, so a run goes on wherever another has stopped.
 */
@Injectable()
export class GenerationRun {
  constructor(
    private readonly documents: DocumentsService,
    private readonly outlines: OutlineService,
    private readonly outlineStep: OutlineStep,
    private readonly sectionWriter: SectionWriter,
    private readonly checkpoints: Checkpoints,
  ) {}

  /**
   * @throws LeaseLost when the job is no longer ours, the signal's reason when it was aborted,
   *   ProblemException when a step failed
   */
  async run(lease: Lease, signal: AbortSignal): Promise<JobEnding> {
    const document = await this.read(lease);
    const stage = document.outline === null ? 'outline' : 'sections';
    await this.checkpoints.announce(lease, { stage, message: 'started', ...progressOn(document) });
    if (document.outline === null) await this.makeOutline(lease, document, signal);
    return this.writeSections(lease, signal);
  }

  private read({ ownerId, documentId }: Lease): Promise<Document> {
    return this.documents.getOwned(ownerId, documentId);
  }

  private async makeOutline(lease: Lease, document: Document, signal: AbortSignal): Promise<void> {
    await this.checkpoints.announce(lease, { stage: 'outline', message: 'outlineStarted' });
    const startedAt = performance.now();
    const { ownerId, requirements } = lease;
    const options = { ownerId, requirements, signal };
    const { outline, model, tokensUsed } = await this.outlineStep.draft(document, options);
    signal.throwIfAborted();
    const step = {
      step: 'outline',
      result: { writer: model, sections: outline.sections.length },
      tokensUsed,
      durationMs: Math.round(performance.now() - startedAt),
    };
    await this.checkpoints.finish(lease, step, async (manager) => {
      const saved = await this.outlines.saveWithin(manager, ownerId, document, outline);
      const sectionsTotal = textSections(saved).length;
      return { stage: 'sections', message: 'outlineReady', sectionsTotal };
    });
  }

  /** Goes through all sections, also after one that no source speaks about. */
  private async writeSections(lease: Lease, signal: AbortSignal): Promise<JobEnding> {
    const withoutSources = new Map<string, string>();
    for (;;) {
      signal.throwIfAborted();
      const document = await this.read(lease);
      const next = plannedSections(document).find(({ id }) => !withoutSources.has(id));
      if (next === undefined) return endOf(document, [...withoutSources.values()]);
      try {
        await this.sectionWriter.write(lease, document, next, signal);
      } catch (error) {
        if (!isOffTopic(error)) throw error;
        withoutSources.set(next.id, next.title);
        const message = 'sectionWithoutSources';
        await this.checkpoints.announce(lease, { stage: 'sections', message, section: next });
      }
    }
  }
}

/** The truth about a document in which nothing more can be written; one with holes has failed. */
function endOf(document: Document, withoutSources: readonly string[]): JobEnding {
  if (progressOn(document).sectionsTotal === 0) {
    const detail =
      'No section of the outline is meant to have text. Give one a length, and resume.';
    return failed('NO_OUTLINE', detail);
  }
  if (withoutSources.length === 0) return COMPLETED;
  const titles = withoutSources.map((title) => `“${title}”`).join(', ');
  const detail =
    `Your sources say nothing about: ${titles}. The other sections are written. ` +
    'Add sources on these, or change the outline, and resume.';
  return failed('SOURCES_OFF_TOPIC', detail);
}

const isOffTopic = (error: unknown): boolean =>
  error instanceof ProblemException && error.code === 'SOURCES_OFF_TOPIC';
