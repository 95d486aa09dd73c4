import { inject, Injectable, signal } from '@angular/core';
import sample from '../../../../../samples/learning-science/document.json';
import { Api } from '../../api/generated/api';
import {
  addSampleSources,
  createDocument,
  deleteDocument,
  listDocuments,
} from '../../api/generated/functions';
import type { CreateDocument, DocumentPage } from '../../api/generated/models';
import { creating } from '../../core/http/request-options';
import { type Problem, problemOf } from '../../core/problem/problem';

const PER_PAGE = 20;

/** The documents of the reader, and the ways to begin one. */
@Injectable()
export class DocumentsStore {
  private readonly api = inject(Api);
  /** Kept until the sample is complete, so that a second try goes on with the same document. */
  private sampleId: string | null = null;

  readonly page = signal<DocumentPage | null>(null);
  readonly busy = signal<'create' | 'sample' | 'remove' | null>(null);
  readonly problem = signal<Problem | null>(null);

  async load(page: number): Promise<void> {
    this.problem.set(null);
    try {
      this.page.set(await this.api.invoke(listDocuments, { page, perPage: PER_PAGE }));
    } catch (error) {
      this.problem.set(problemOf(error));
    }
  }

  /** @returns the new document's id, or null with {@link problem} set */
  async create(body: CreateDocument): Promise<string | null> {
    return this.run('create', async () => {
      const { id } = await this.api.invoke(createDocument, { body }, creating());
      return id;
    });
  }

  /** A document with the sample library: the shortest way to see what all this is. */
  async createSample(): Promise<string | null> {
    return this.run('sample', async () => {
      this.sampleId ??= (
        await this.api.invoke(createDocument, { body: sample as CreateDocument }, creating())
      ).id;
      const id = this.sampleId;
      await this.api.invoke(addSampleSources, { id });
      this.sampleId = null;
      return id;
    });
  }

  async remove(id: string): Promise<void> {
    await this.run('remove', async () => {
      await this.api.invoke(deleteDocument, { id });
      await this.load(this.page()?.page ?? 1);
    });
  }

  clearProblem(): void {
    this.problem.set(null);
  }

  private async run<Result>(
    what: 'create' | 'sample' | 'remove',
    step: () => Promise<Result>,
  ): Promise<Result | null> {
    if (this.busy() !== null) return null;
    this.busy.set(what);
    this.problem.set(null);
    try {
      return await step();
    } catch (error) {
      this.problem.set(problemOf(error));
      return null;
    } finally {
      this.busy.set(null);
    }
  }
}
