import { computed, inject, Injectable, signal } from '@angular/core';
import { Api } from '../../../api/generated/api';
import {
  getSection,
  getVersion,
  listVersions,
  restoreVersion,
} from '../../../api/generated/functions';
import type { Section, Version, VersionSummary } from '../../../api/generated/models';
import { type Problem, problemOf } from '../../../core/problem/problem';
import { DocumentStore } from '../../workspace/document.store';

const PER_PAGE = 20;

/** The texts that one section had. */
@Injectable()
export class HistoryStore {
  private readonly api = inject(Api);
  private readonly documents = inject(DocumentStore);
  private readonly sectionId = signal<string | null>(null);
  private wanted: string | null = null;

  /** Newest first; null until they have been loaded. */
  readonly versions = signal<readonly VersionSummary[] | null>(null);
  readonly total = signal(0);
  readonly chosen = signal<Version | null>(null);
  readonly restoring = signal(false);
  readonly problem = signal<Problem | null>(null);

  /** The section as it is now. */
  readonly section = computed(
    () => this.documents.document()?.sections.find(({ id }) => id === this.sectionId()) ?? null,
  );
  readonly hasMore = computed(() => (this.versions()?.length ?? 0) < this.total());

  async open(sectionId: string): Promise<void> {
    this.sectionId.set(sectionId);
    this.chosen.set(null);
    await this.reload();
    const now = this.section()?.version;
    const earlier = this.versions()?.find(({ version }) => version !== now);
    if (earlier !== undefined) await this.choose(earlier.id);
  }

  async reload(): Promise<void> {
    this.versions.set(null);
    await this.run((id) => this.page(id, 1));
  }

  async more(): Promise<void> {
    const shown = this.versions()?.length ?? 0;
    await this.run((id) => this.page(id, Math.floor(shown / PER_PAGE) + 1));
  }

  async choose(versionId: string): Promise<void> {
    this.wanted = versionId;
    await this.run(async (id) => {
      const version = await this.api.invoke(getVersion, { id, versionId });
      if (this.wanted === versionId) this.chosen.set(version);
    });
  }

  /**
   * Makes the chosen text that of the section. Where somebody was faster, the section is read anew,
   * so that the differences are to what is there now.
   * @returns whether it was done
   */
  async restore(): Promise<boolean> {
    const version = this.chosen();
    const section = this.section();
    if (version === null || section === null || this.restoring()) return false;
    this.restoring.set(true);
    const problem = await this.run(async (id) => {
      const ifMatch = { 'if-match': `"${String(section.version)}"` };
      const params = { id, versionId: version.id, ...ifMatch };
      this.documents.knowSection(await this.api.invoke(restoreVersion, params));
    });
    if (problem?.status === 412) await this.learnNewest(section, problem);
    this.restoring.set(false);
    return problem === null;
  }

  private async learnNewest({ id: sectionId }: Section, stale: Problem): Promise<void> {
    await this.run(async (id) => {
      this.documents.knowSection(await this.api.invoke(getSection, { id, sectionId }));
      await this.page(id, 1);
    });
    if (this.problem() === null) this.problem.set(stale);
  }

  private async page(id: string, page: number): Promise<void> {
    const sectionId = this.sectionId();
    if (sectionId === null) return;
    const query = { id, sectionId, page, perPage: PER_PAGE };
    const { items, total } = await this.api.invoke(listVersions, query);
    if (sectionId !== this.sectionId()) return;
    const before = page === 1 ? [] : (this.versions() ?? []);
    const known = new Set(before.map((one) => one.id));
    this.versions.set([...before, ...items.filter((one) => !known.has(one.id))]);
    this.total.set(total);
  }

  private async run(step: (documentId: string) => Promise<void>): Promise<Problem | null> {
    const id = this.documents.document()?.id;
    if (id === undefined) return null;
    this.problem.set(null);
    try {
      await step(id);
      return null;
    } catch (error) {
      const problem = problemOf(error);
      this.problem.set(problem);
      return problem;
    }
  }
}
