import { inject, Injectable, signal } from '@angular/core';
import sample from '../../../../../samples/learning-science/document.json';
import { Api } from '../../api/generated/api';
import { createDocument } from '../../api/generated/fn/documents/create-document';
import { deleteDocument } from '../../api/generated/fn/documents/delete-document';
import { listDocumentFacts } from '../../api/generated/fn/documents/list-document-facts';
import { listDocuments } from '../../api/generated/fn/documents/list-documents';
import { updateDocument } from '../../api/generated/fn/documents/update-document';
import { replaceRequirements } from '../../api/generated/fn/requirements/replace-requirements';
import { addSampleSources } from '../../api/generated/fn/sources/add-sample-sources';
import type {
  CreateDocument,
  DocumentFacts,
  DocumentPage,
  DocumentSummary,
  KnownProfile,
} from '../../api/generated/models';
import { creating } from '../../core/http/request-options';
import { type Problem, problemOf } from '../../core/problem/problem';
import { EVERYTHING, type ListQuery, toParams } from './list/list-query';

type Task = 'create' | 'sample' | 'remove' | 'archive';

/** The documents of the reader, and the ways to begin one. */
@Injectable()
export class DocumentsStore {
  private readonly api = inject(Api);
  /** Kept until the sample is complete, so that a second try goes on with the same document. */
  private sampleId: string | null = null;
  /** The same of a new document whose rules could not be stored. */
  private begunId: string | null = null;
  private query = EVERYTHING;

  readonly page = signal<DocumentPage | null>(null);
  /** Of the documents on the page, by their ids. */
  readonly facts = signal<ReadonlyMap<string, DocumentFacts>>(new Map());
  readonly busy = signal<Task | null>(null);
  readonly problem = signal<Problem | null>(null);

  /** Shows what was asked for last, whichever answer comes last. */
  async load(query: ListQuery): Promise<void> {
    this.query = query;
    this.problem.set(null);
    try {
      const page = await this.api.invoke(listDocuments, toParams(query));
      // with its facts at once, since what comes after would push the list about
      const facts = await this.factsOf(page).catch((error: unknown) => problemOf(error));
      if (this.query !== query) return;
      this.page.set(page);
      if (facts instanceof Map) this.facts.set(facts);
      else this.problem.set(facts);
    } catch (error) {
      if (this.query === query) this.problem.set(problemOf(error));
    }
  }

  /** The same once more, after something has changed. */
  reload(): Promise<void> {
    return this.load({ ...this.query });
  }

  /**
   * @param profile the university's rules, if they are to hold for it from the beginning
   * @returns the new document's id, or null with {@link problem} set
   */
  async create(body: CreateDocument, profile: KnownProfile | null = null): Promise<string | null> {
    return this.run('create', async () => {
      const id = await this.createOrMend(body);
      if (profile !== null) {
        await this.api.invoke(replaceRequirements, {
          ...{ id, 'if-match': '*' },
          body: { formatting: profile.formatting, profile: profile.id },
        });
      }
      this.begunId = null;
      return id;
    });
  }

  private async createOrMend(body: CreateDocument): Promise<string> {
    if (this.begunId === null) {
      this.begunId = (await this.api.invoke(createDocument, { body }, creating())).id;
    } else {
      await this.api.invoke(updateDocument, { id: this.begunId, 'if-match': '*', body });
    }
    return this.begunId;
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
      await this.reload();
    });
  }

  /** Puts a document away, or takes it back. */
  async toggleArchived({ id, archived }: DocumentSummary): Promise<void> {
    await this.run('archive', async () => {
      const body = { archived: !archived };
      await this.api.invoke(updateDocument, { id, 'if-match': '*', body });
      await this.reload();
    });
  }

  clearProblem(): void {
    this.problem.set(null);
  }

  private async factsOf({ items }: DocumentPage): Promise<Map<string, DocumentFacts>> {
    if (items.length === 0) return new Map();
    const ids = items.map(({ id }) => id).join(',');
    const facts = await this.api.invoke(listDocumentFacts, { ids });
    return new Map(facts.items.map((one) => [one.documentId, one]));
  }

  private async run<Result>(what: Task, step: () => Promise<Result>): Promise<Result | null> {
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
