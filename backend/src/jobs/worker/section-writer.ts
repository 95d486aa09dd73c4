import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  type Document,
  type OutlineSection,
  SectionsService,
  type SectionText,
} from '../../documents';
import { SectionStep } from '../../generation';
import { Checkpoints } from './checkpoints';
import type { Lease } from './lease';
import { textSections } from './writing-plan';

const LOCK_SECTION = 'select status from sections where id = $1 and document_id = $2 for update';

const COUNT_DONE = `select count(*)::int as done from sections
  where document_id = $1 and id = any($2::uuid[]) and status <> 'planned'`;

/** As the transaction sees it: other sections are written at the same time. */
async function progressOf(manager: EntityManager, { id, outline }: Document) {
  const ids = textSections(outline).map((section) => section.id);
  const [row] = await manager.query<{ done: number }[]>(COUNT_DONE, [id, ids]);
  return { sectionsDone: row?.done ?? 0, sectionsTotal: ids.length };
}

/** Writes one section and stores it with everything that depends on it, once. */
@Injectable()
export class SectionWriter {
  constructor(
    private readonly sectionStep: SectionStep,
    private readonly sections: SectionsService,
    private readonly checkpoints: Checkpoints,
  ) {}

  /** Sections of one document at the same time. */
  get atOnce(): number {
    return this.sectionStep.atOnce;
  }

  /** @throws LeaseLost, the signal's reason, ProblemException of the step */
  async write(
    lease: Lease,
    document: Document,
    section: OutlineSection,
    signal: AbortSignal,
  ): Promise<void> {
    const about = { stage: 'sections', section } as const;
    await this.checkpoints.announce(lease, { ...about, message: 'sectionStarted' });
    const startedAt = performance.now();
    const { ownerId, jobId, requirements } = lease;
    const options = { ownerId, jobId, requirements, signal };
    const { text, tokensUsed } = await this.sectionStep.draft(document, section.id, options);
    signal.throwIfAborted();
    const step = {
      step: `section:${section.id}`,
      result: {
        writer: text.writer,
        citations: text.evidence.length,
        atOnce: this.atOnce,
      },
      content: text.content,
      tokensUsed,
      durationMs: Math.round(performance.now() - startedAt),
    };
    await this.checkpoints.finish(lease, step, async (manager) => {
      const message = (await this.save(manager, text)) ? 'sectionWritten' : 'sectionKept';
      return { ...about, message, ...(await progressOf(manager, document)) };
    });
  }

  /** False when a person has written the section meanwhile: theirs stays. */
  private async save(manager: EntityManager, text: SectionText): Promise<boolean> {
    const parameters = [text.sectionId, text.documentId];
    const [row] = await manager.query<{ status: string }[]>(LOCK_SECTION, parameters);
    if (row?.status !== 'planned') return false;
    await this.sections.save(manager, text);
    return true;
  }
}
