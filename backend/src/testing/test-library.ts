import type { DataSource } from 'typeorm';
import { type DocumentLanguage, newId } from '../common';
import type { SourceEdit } from '../sources/dto/source-edit';
import { EditRepository } from '../sources/editing/edit.repository';
import { ImportRepository } from '../sources/importing/import.repository';
import { readBibliography } from '../sources/reader/bibliography/read-bibliography';
import { SourcesRepository } from '../sources/sources.repository';

/** Documents of one user and their sources, changed by the product's own repositories. */
export class TestLibrary {
  private readonly imports: ImportRepository;
  private readonly edits: EditRepository;
  private readonly sources: SourcesRepository;

  private constructor(
    private readonly dataSource: DataSource,
    readonly ownerId: string,
  ) {
    this.imports = new ImportRepository(dataSource);
    this.edits = new EditRepository(dataSource);
    this.sources = new SourcesRepository(dataSource);
  }

  static async create(dataSource: DataSource): Promise<TestLibrary> {
    const ownerId = newId();
    const parameters = [ownerId, `${ownerId}@example.org`];
    await dataSource.query('insert into users (id, email) values ($1, $2)', parameters);
    return new TestLibrary(dataSource, ownerId);
  }

  /** @returns the id of a new, empty document */
  async document(language: DocumentLanguage): Promise<string> {
    const id = newId();
    await this.dataSource.query(
      `insert into documents (id, owner_id, title, topic, language, type, target_pages, citation_style)
       values ($1, $2, 'T', 'T', $3, 'essay', 5, 'apa')`,
      [id, this.ownerId, language],
    );
    return id;
  }

  /** @param works variables of CSL; books when they have no type */
  async add(documentId: string, works: readonly object[], language: DocumentLanguage = 'en') {
    const items = JSON.stringify(works.map((work) => ({ type: 'book', ...work })));
    const { drafts } = readBibliography(items, 'csl-json', language);
    await this.imports.store(this.ownerId, documentId, drafts);
  }

  async edit(documentId: string, sourceId: string, edit: SourceEdit): Promise<void> {
    await this.edits.store(this.ownerId, documentId, sourceId, edit);
  }

  remove(documentId: string, sourceId: string): Promise<void> {
    return this.sources.remove(this.ownerId, documentId, sourceId);
  }

  async sourceIds(documentId: string, ...keys: string[]): Promise<string[]> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      'select id from sources where document_id = $1 and key = any($2) order by key',
      [documentId, keys],
    );
    return rows.map(({ id }) => id);
  }

  async revision(documentId: string): Promise<number> {
    const [row] = await this.dataSource.query<[{ revision: number }]>(
      'select sources_revision as revision from documents where id = $1',
      [documentId],
    );
    return row.revision;
  }
}
