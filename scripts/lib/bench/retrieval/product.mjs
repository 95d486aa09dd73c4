// @ts-check
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { distDir } from '../../paths.mjs';

// The product's own classes, as they were built. What of them is used here:

/**
 * @typedef {object} PassageQuery
 * @property {string} documentId
 * @property {string} language
 * @property {string} query
 * @property {number} limit
 *
 * @typedef {{ key: string, text: string }} Passage
 * @typedef {{ search(query: PassageQuery): Promise<Passage[]> }} PassageSearch
 * @typedef {{ id: string, type: string, title: string, abstract: string, DOI: string }} Work
 *
 * @typedef {object} DataSource
 * @property {() => Promise<unknown>} initialize
 * @property {() => Promise<void>} destroy
 * @property {(sql: string, parameters: unknown[]) => Promise<unknown>} query
 */

const require = createRequire(import.meta.url);

/** @param {string} path below the backend's build */
const built = (path) => require(join(distDir, 'backend', path));

/** The product's search on a database, as a process of its own would hold it. */
export class Product {
  #ranker;
  #ownerId = randomUUID();
  /** @type {DataSource} */
  dataSource;
  /** @type {PassageSearch} */
  search;

  /** @param {string} databaseUrl migrated */
  constructor(databaseUrl) {
    const { DataSource } = require('typeorm');
    const { dataSourceOptions } = built('database/options.js');
    const { PassageSearch } = built('sources/passages/passage-search.js');
    const { PassageRanker } = built('sources/passages/ranking/passage-ranker.js');
    this.dataSource = new DataSource(dataSourceOptions(databaseUrl));
    this.#ranker = new PassageRanker(databaseUrl);
    this.search = new PassageSearch(this.dataSource, this.#ranker);
  }

  async open() {
    await this.dataSource.initialize();
    const parameters = [this.#ownerId, `${this.#ownerId}@example.org`];
    await this.dataSource.query('insert into users (id, email) values ($1, $2)', parameters);
  }

  /** @returns {Promise<string>} the id of a new, empty document */
  async addDocument() {
    const id = randomUUID();
    await this.dataSource.query(
      `insert into documents (id, owner_id, title, topic, language, type, target_pages,
        citation_style) values ($1, $2, 'T', 'T', 'en', 'essay', 5, 'apa')`,
      [id, this.#ownerId],
    );
    return id;
  }

  /**
   * Imports works as an upload of their records would.
   *
   * @param {string} documentId
   * @param {Work[]} works
   * @returns {Promise<Map<string, string>>} the DOI of each by its key
   */
  async importWorks(documentId, works) {
    const { ImportRepository } = built('sources/importing/import.repository.js');
    const { readBibliography } = built('sources/reader/bibliography/read-bibliography.js');
    const { drafts } = readBibliography(JSON.stringify(works), 'csl-json', 'en');
    const imports = new ImportRepository(this.dataSource);
    /** @type {{ added: { key: string, csl: Work }[] }} */
    const { added } = await imports.store(this.#ownerId, documentId, drafts);
    return new Map(added.map(({ key, csl }) => [key, csl.DOI]));
  }

  async close() {
    await this.#ranker.onApplicationShutdown();
    await this.dataSource.destroy();
  }
}
