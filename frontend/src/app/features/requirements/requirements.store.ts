import { computed, inject, Injectable, signal } from '@angular/core';
import { Api } from '../../api/generated/api';
import {
  getRequirements,
  replaceRequirements,
  shareFormattingProfile,
} from '../../api/generated/functions';
import type {
  KnownProfile,
  ReplaceRequirements,
  Requirements,
  UploadedRequirements,
} from '../../api/generated/models';
import { type Problem, problemOf } from '../../core/problem/problem';

/** The rules that hold for the open document. */
@Injectable()
export class RequirementsStore {
  private readonly api = inject(Api);
  private readonly documentId = signal<string | null>(null);

  /** Null until they have been loaded. */
  readonly requirements = signal<Requirements | null>(null);
  readonly stated = computed(() => Object.keys(this.requirements()?.profile.values ?? {}).length);
  readonly busy = signal<'save' | 'share' | null>(null);
  readonly problem = signal<Problem | null>(null);

  async load(documentId: string): Promise<void> {
    if (this.documentId() !== documentId) {
      this.documentId.set(documentId);
      this.requirements.set(null);
    }
    await this.reload();
  }

  async reload(): Promise<void> {
    await this.run(null, async (id) => {
      this.put(id, await this.api.invoke(getRequirements, { id }));
    });
  }

  /** Takes over what was read in a file; what the title page says stays. */
  take(documentId: string, uploaded: UploadedRequirements): void {
    const titlePage = this.requirements()?.titlePage ?? {};
    this.put(documentId, { titlePage, ...uploaded });
  }

  /** @returns whether they are stored now */
  async save(body: ReplaceRequirements): Promise<boolean> {
    const version = `"${String(this.requirements()?.version ?? 0)}"`;
    return this.run('save', async (id) => {
      this.put(id, await this.api.invoke(replaceRequirements, { id, 'if-match': version, body }));
    });
  }

  /** @returns null when it could not be shared */
  async share(name: string): Promise<KnownProfile | null> {
    let shared: KnownProfile | null = null;
    await this.run('share', async (documentId) => {
      shared = await this.api.invoke(shareFormattingProfile, { body: { documentId, name } });
    });
    return shared;
  }

  private put(documentId: string, requirements: Requirements): void {
    if (documentId === this.documentId()) this.requirements.set(requirements);
  }

  private async run(
    what: 'save' | 'share' | null,
    step: (id: string) => Promise<void>,
  ): Promise<boolean> {
    const id = this.documentId();
    if (id === null || this.busy() !== null) return false;
    this.busy.set(what);
    this.problem.set(null);
    try {
      await step(id);
      return true;
    } catch (error) {
      if (id === this.documentId()) this.problem.set(problemOf(error));
      return false;
    } finally {
      this.busy.set(null);
    }
  }
}
