import { Injectable } from '@nestjs/common';
import { type Document, FrontMatterService } from '../../documents';
import { AbstractStep } from '../../generation';
import { Checkpoints } from './checkpoints';
import type { Lease } from './lease';

/** Writes the abstract of a document whose text is complete, once. */
@Injectable()
export class AbstractWriter {
  constructor(
    private readonly abstractStep: AbstractStep,
    private readonly frontMatter: FrontMatterService,
    private readonly checkpoints: Checkpoints,
  ) {}

  /**
   * Nothing is done for a kind of document that has none, for a person's own abstract, and for one
   * that was written from this very text.
   * @throws LeaseLost, the signal's reason, ProblemException of the step
   */
  async write(lease: Lease, document: Document, signal: AbortSignal): Promise<void> {
    const { ownerId, jobId, requirements } = lease;
    if (!(await this.frontMatter.isAbstractDue(ownerId, document))) return;
    const stage = 'abstract' as const;
    await this.checkpoints.announce(lease, { stage, message: 'abstractStarted' });
    const startedAt = performance.now();
    const options = { ownerId, jobId, requirements, signal };
    const { text, tokensUsed } = await this.abstractStep.draft(document, options);
    signal.throwIfAborted();
    const step = {
      step: 'abstract',
      result: { writer: text.writer },
      content: text.content,
      tokensUsed,
      durationMs: Math.round(performance.now() - startedAt),
    };
    await this.checkpoints.finish(lease, step, async (manager) => {
      const written = await this.frontMatter.saveAbstract(manager, ownerId, text);
      return { stage, message: written ? 'abstractWritten' : 'abstractKept' };
    });
  }
}
