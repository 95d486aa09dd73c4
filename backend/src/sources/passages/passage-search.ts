import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { DocumentLanguage } from '../../common';
import { citedPage } from './cited-page';
import type { Passage } from './passage';
import { BY_ID, COPIED, NAMED, OF_SOURCE, OPENING, SOURCE_IDS } from './passages-query';
import { PassageRanker } from './ranking/passage-ranker';
import type { Ranking, RankTask } from './ranking/ranking.worker';
import { queryWords } from './search-terms';

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

type Row = Omit<Passage, 'rank'> & { printed: string | null; pageCount: number | null };

/** Passages as they are now, by id, with the revision that they are of. */
interface Current {
  revision: number;
  rows: ReadonlyMap<string, Row>;
}

const BATCH = 200;

function toPassage({ id, sourceId, key, page, kind, text, ...source }: Row, rank = 0): Passage {
  return { id, sourceId, key, page: citedPage(page, source), kind, text, rank };
}

const toPassages = ({ ids, scores }: Ranking, { rows }: Current): Passage[] =>
  ids.flatMap((id, place) => {
    const row = rows.get(id);
    return row === undefined ? [] : [toPassage(row, scores[place])];
  });

/** Passages of a document's sources for other features, which have established who owns it. */
@Injectable()
export class PassageSearch {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly ranker: PassageRanker,
  ) {}

  /**
   * The passages that speak about the query, best first; ties stand in the order of keys and of
   * the text. Empty when none shares a word with it that means something.
   */
  async search({ language, query, ...among }: PassageQuery): Promise<Passage[]> {
    const words = queryWords(query, language);
    if (!words.some(({ significant }) => significant)) return [];
    const task = { ...among, words, revision: 0 };
    const first = await this.ranked(task);
    if (first === null) return [];
    const { ranking, current } = first;
    if (ranking.revision === current.revision) return toPassages(ranking, current);
    // the sources have changed since they were indexed, perhaps through another process
    const second = await this.ranked({ ...task, revision: current.revision });
    return second === null ? [] : toPassages(second.ranking, second.current);
  }

  /** What the index gives, with the passages themselves and the revision that they are of. */
  private async ranked(task: RankTask): Promise<{ ranking: Ranking; current: Current } | null> {
    const ranking = await this.ranker.rank(task);
    if (ranking === null) return null;
    const current = await this.current(task.documentId, ranking.ids);
    return current === null ? null : { ranking, current };
  }

  private async current(documentId: string, ids: readonly string[]): Promise<Current | null> {
    type Found = { revision: number } & (Row | { id: null });
    const found = await this.dataSource.query<Found[]>(BY_ID, [documentId, ids]);
    const [first] = found;
    if (first === undefined) return null;
    const rows = found.flatMap((row) => (row.id === null ? [] : [[row.id, row] as const]));
    return { revision: first.revision, rows: new Map(rows) };
  }

  /** Passages of the document by id; those that it does not have are left out. */
  async named(documentId: string, ids: readonly string[]): Promise<Map<string, Passage>> {
    if (ids.length === 0) return new Map();
    const rows = await this.dataSource.query<Row[]>(NAMED, [documentId, ids]);
    return new Map(rows.map((row) => [row.id, toPassage(row)]));
  }

  /** Which of `texts` stand word for word in a passage of one of the sources, and of which. */
  async copied(
    documentId: string,
    sourceIds: readonly string[],
    texts: readonly string[],
  ): Promise<{ text: string; sourceId: string }[]> {
    if (sourceIds.length === 0 || texts.length === 0) return [];
    return this.dataSource.query(COPIED, [documentId, sourceIds, texts]);
  }

  /** What the sources begin with, up to `each` passages of each, in the order of keys and text. */
  async opening(
    documentId: string,
    sourceIds: readonly string[],
    each: number,
  ): Promise<Passage[]> {
    if (sourceIds.length === 0) return [];
    const rows = await this.dataSource.query<Row[]>(OPENING, [documentId, sourceIds, each]);
    return rows.map((row) => toPassage(row));
  }

  /** Every passage of the document in the order of keys and of the text, some hundreds at a time. */
  async *all(documentId: string): AsyncGenerator<Passage[], void> {
    const sources = await this.dataSource.query<{ id: string }[]>(SOURCE_IDS, [documentId]);
    for (const { id } of sources) yield* this.ofSource(id);
  }

  private async *ofSource(sourceId: string): AsyncGenerator<Passage[], void> {
    let after: number | undefined = -1;
    while (after !== undefined) {
      const parameters = [sourceId, after, BATCH];
      const rows: (Row & { ordinal: number })[] = await this.dataSource.query(
        OF_SOURCE,
        parameters,
      );
      if (rows.length > 0) yield rows.map((row) => toPassage(row));
      after = rows.length === BATCH ? rows.at(-1)?.ordinal : undefined;
    }
  }
}
