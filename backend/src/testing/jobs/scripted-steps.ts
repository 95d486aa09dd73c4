import { setTimeout as delay } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { ProblemException } from '../../common';
import { basisOf, type Document } from '../../documents';
import { OutlineDraft } from '../../documents/dto/outline';
import type { AbstractStep, OutlineStep, SectionStep, StepOptions } from '../../generation';

/**
 * What a section's title has its writing do; other titles are simply written, quickly.
 *
 * - `slow` takes 30 s, but ends when told to
 * - `held` ends when the test lets it go, and does not listen before
 */
export const SCRIPT = ['slow', 'held', 'off topic', 'out of tokens', 'no model'] as const;

const QUICK_MS = 30;
const SLOW_MS = 30_000;

/** Stands for the outline step: three chapters. */
export class ScriptedOutlineStep implements Pick<OutlineStep, 'draft'> {
  async draft(_document: Document, { signal }: StepOptions) {
    await delay(QUICK_MS, undefined, signal && { signal });
    const titles = ['Introduction', 'Spacing', 'Conclusion'];
    const outline = OutlineDraft.parse({ sections: titles.map((title) => ({ title, level: 1 })) });
    return { outline, model: 'scripted', tokensUsed: 7 };
  }
}

/** Stands for the abstract step; fails for a document whose title asks for it, and costs nothing. */
export class ScriptedAbstractStep implements Pick<AbstractStep, 'draft'> {
  draft(document: Document) {
    if (document.title.startsWith('no abstract')) {
      return Promise.reject(new ProblemException('MODEL_FAILED', 'It did not answer.'));
    }
    const content = 'This paper is about learning.';
    const basis = basisOf(document);
    const text = { documentId: document.id, content, writer: 'scripted', promptVersion: 1, basis };
    return Promise.resolve({ text, tokensUsed: 0 });
  }
}

/** Stands for the section step; notes each call in `drafts`, and signs with its process's id. */
export class ScriptedSectionStep implements Pick<SectionStep, 'atOnce' | 'draft'> {
  readonly atOnce = 1;

  constructor(private readonly dataSource: DataSource) {}

  async draft(document: Document, sectionId: string, options: StepOptions) {
    const section = document.outline?.sections.find(({ id }) => id === sectionId);
    const title = section?.title ?? '';
    await this.dataSource.query('insert into drafts (title) values ($1)', [title]);
    await this.act(title, options);
    const content = `Written by process ${String(process.pid)}.`;
    const writer = 'scripted';
    const text = {
      documentId: document.id,
      sectionId,
      content,
      status: 'written' as const,
      writer,
      stages: [{ step: 'draft' as const, writer, promptVersion: 1, content }],
      evidence: [],
    };
    return { text, tokensUsed: 10 };
  }

  private async act(title: string, { signal }: StepOptions): Promise<void> {
    const script = SCRIPT.find((name) => title.startsWith(name));
    if (script === 'slow') return delay(SLOW_MS, undefined, signal && { signal });
    if (script === 'held') return this.untilReleased(title);
    if (script === 'off topic') throw new ProblemException('SOURCES_OFF_TOPIC', 'Nothing on it.');
    if (script === 'out of tokens') throw new ProblemException('TOKEN_LIMIT', 'Spent for today.');
    if (script === 'no model') throw new ProblemException('MODEL_FAILED', 'It did not answer.');
    return delay(QUICK_MS, undefined, signal && { signal });
  }

  private async untilReleased(title: string): Promise<void> {
    const sql = 'select 1 from released where title = $1';
    while ((await this.dataSource.query<unknown[]>(sql, [title])).length === 0) {
      await delay(QUICK_MS);
    }
  }
}
