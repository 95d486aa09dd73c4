import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { DocumentLanguage } from '../../common';
import { citedPage } from './cited-page';
import type { Passage } from './passage';
import { ALL, SEARCH } from './search-query';
import { SEARCH_CONFIGURATION, significantTerms } from './search-terms';

export interface PassageQuery {
  documentId: string;
  /** The language of the query's words. */
  language: DocumentLanguage;
  /** Plain words: a topic, a section's title, its key points. Needs no escaping. */
  query: string;
  limit: number;
  /** Only passages of these sources; all of the document's when left out. */
  sourceIds?: readonly string[];
}

type Row = Passage & { printed: string | null; pageCount: number | null };

/** How many words of a query a passage has to share; the longer it is, the more match by chance. */
function wordsToShare(terms: number): number {
  if (terms < 3) return 1;
  return terms < 12 ? 2 : 3;
}

const BATCH = 500;

function toPassage({ id, sourceId, key, page, kind, text, rank, ...source }: Row): Passage {
  return { id, sourceId, key, page: citedPage(page, source), kind, text, rank };
}

/** Passages of a document's sources for other features, which have established who owns it. */
@Injectable()
export class PassageSearch {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * The passages that speak about the query, best first; ties stand in the order of keys and of
   * the text. Empty when none shares a word with it that means something.
   */
  async search({
    documentId,
    language,
    query,
    limit,
    sourceIds,
  }: PassageQuery): Promise<Passage[]> {
    const terms = significantTerms(query, language);
    if (terms.length === 0) return [];
    const rows = await this.dataSource.query<Row[]>(SEARCH, [
      documentId,
      SEARCH_CONFIGURATION[language],
      terms.map(({ word }) => word),
      terms.map(({ folded }) => folded),
      sourceIds ?? null,
      limit,
      wordsToShare(terms.length),
    ]);
    return rows.map(toPassage);
  }

  /** Every passage of the document in the order of keys and of the text, some hundreds at a time. */
  async *all(documentId: string): AsyncGenerator<Passage[], void> {
    let after: { key: string; ordinal: number } | undefined = { key: '', ordinal: -1 };
    while (after !== undefined) {
      const rows: (Row & { ordinal: number })[] = await this.dataSource.query(ALL, [
        documentId,
        after.key,
        after.ordinal,
        BATCH,
      ]);
      if (rows.length > 0) yield rows.map(toPassage);
      after = rows.length === BATCH ? rows.at(-1) : undefined;
    }
  }
}
