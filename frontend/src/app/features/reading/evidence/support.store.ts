import { computed, inject, Injectable, signal } from '@angular/core';
import { Api } from '../../../api/generated/api';
import { getDocumentSupport, getSectionSupport } from '../../../api/generated/functions';
import type { DocumentSupport, Section, SectionSupport } from '../../../api/generated/models';
import { type Problem, problemOf } from '../../../core/problem/problem';
import { DocumentStore } from '../../workspace/document.store';
import { concernsOf, isAbout, type OpenCitation } from './placed-citations';

/** So many sections are asked about at once. */
const AT_ONCE = 4;

interface Known {
  version: number;
  support: SectionSupport;
}

/** How far the sources carry the text of the open document, as it is now. */
@Injectable()
export class SupportStore {
  private readonly api = inject(Api);
  private readonly documents = inject(DocumentStore);
  private readonly known = signal<ReadonlyMap<string, Known>>(new Map());
  /** The version of each section that was last asked about, by the section's id. */
  private readonly asked = new Map<string, number>();
  private latest = 0;

  readonly document = signal<DocumentSupport | null>(null);
  readonly problem = signal<Problem | null>(null);
  /** Sections that are still being asked about. */
  readonly pending = signal(0);

  /** What somebody should look at, in the order of the text. */
  readonly concerns = computed((): OpenCitation[] =>
    this.sections().flatMap((section) => concernsOf(section, this.of(section))),
  );

  readonly claims = computed(() =>
    this.sections().flatMap((section) =>
      (this.of(section)?.claims ?? []).map((claim) => ({ ...claim, sectionId: section.id })),
    ),
  );

  /** Null while it is not known; never that of another text than the section has now. */
  of({ id, version }: Section): SectionSupport | null {
    const known = this.known().get(id);
    return known?.version === version ? known.support : null;
  }

  /** Asks about the sections that have another text than they had. */
  async follow(id: string, sections: readonly Section[]): Promise<void> {
    const changed = sections.filter((one) => this.asked.get(one.id) !== one.version);
    if (changed.length === 0) return;
    for (const section of changed) this.asked.set(section.id, section.version);
    this.problem.set(null);
    const written = changed.filter(({ content }) => content !== '');
    this.pending.update((count) => count + written.length);
    await Promise.all([this.learnDocument(id), this.learnSections(id, written)]);
  }

  async retry(): Promise<void> {
    const document = this.documents.document();
    if (document === null) return;
    for (const section of document.sections) {
      if (this.of(section) === null) this.asked.delete(section.id);
    }
    await this.follow(document.id, document.sections);
  }

  private sections(): readonly Section[] {
    return this.documents.document()?.sections ?? [];
  }

  private async learnDocument(id: string): Promise<void> {
    const turn = ++this.latest;
    await this.orProblem(async () => {
      const support = await this.api.invoke(getDocumentSupport, { id });
      if (turn === this.latest) this.document.set(support);
    });
  }

  private async learnSections(id: string, sections: readonly Section[]): Promise<void> {
    const waiting = [...sections];
    const work = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        await this.learn(id, next);
        this.pending.update((count) => count - 1);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
  }

  private async learn(id: string, { id: sectionId, version, content }: Section): Promise<void> {
    await this.orProblem(async () => {
      const support = await this.api.invoke(getSectionSupport, { id, sectionId });
      // another window may have stored another text meanwhile
      if (!isAbout(support, content)) return;
      this.known.update((known) => new Map([...known, [sectionId, { version, support }]]));
    });
  }

  private async orProblem(step: () => Promise<void>): Promise<void> {
    try {
      await step();
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }
}
