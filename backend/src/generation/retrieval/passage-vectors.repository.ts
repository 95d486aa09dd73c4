import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

const COUNT = 'select count(*)::int as count from passages where document_id = $1';

const MISSING = `select p.id, left(p.text, $4) as text from passages p
  where p.document_id = $1 and ($3::uuid[] is null or p.id = any($3))
    and not exists (select 1 from passage_vectors v where v.passage_id = p.id and v.model = $2)
  order by p.id`;

const LACKING = `select count(*)::int as passages,
    coalesce(sum(octet_length(left(p.text, $3))), 0)::float8 as bytes
  from passages p where p.document_id = $1
    and not exists (select 1 from passage_vectors v where v.passage_id = p.id and v.model = $2)`;

// A source may be removed while its passages are with the model
const STORE = `insert into passage_vectors (passage_id, document_id, model, vector)
  select p.id, p.document_id, $1, t.vector
  from unnest($2::uuid[], $3::bytea[]) as t(id, vector) join passages p on p.id = t.id
  for key share of p
  on conflict do nothing`;

const VECTORS = `select v.passage_id as id, v.vector
  from passage_vectors v join passages p on p.id = v.passage_id
  where v.document_id = $1 and v.model = $2 and v.passage_id > $3
    and ($4::uuid[] is null or p.source_id = any($4))
  order by v.passage_id limit $5`;

const BATCH = 1000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

export interface StoredVector {
  id: string;
  /** See `quantised`. */
  vector: Buffer;
}

/** Vectors of passages, by the model that made them. */
@Injectable()
export class PassageVectorsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async countPassages(documentId: string): Promise<number> {
    const [row] = await this.dataSource.query<[{ count: number }]>(COUNT, [documentId]);
    return row.count;
  }

  /**
   * Passages that have no vector yet, each with the first characters of its text.
   * @param among ids, or null for all of the document
   */
  missing(
    documentId: string,
    model: string,
    among: readonly string[] | null,
    characters: number,
  ): Promise<{ id: string; text: string }[]> {
    return this.dataSource.query(MISSING, [documentId, model, among, characters]);
  }

  /** How many passages have no vector yet, and of how many bytes their first characters are. */
  async lacking(
    documentId: string,
    model: string,
    characters: number,
  ): Promise<{ passages: number; bytes: number }> {
    const [row] = await this.dataSource.query<[{ passages: number; bytes: number }]>(LACKING, [
      documentId,
      model,
      characters,
    ]);
    return row;
  }

  async store(model: string, vectors: readonly StoredVector[]): Promise<void> {
    const ids = vectors.map(({ id }) => id);
    await this.dataSource.query(STORE, [model, ids, vectors.map(({ vector }) => vector)]);
  }

  /** All vectors of a document, or of some of its sources, some hundreds at a time. */
  async *all(
    documentId: string,
    model: string,
    sourceIds: readonly string[] | null,
  ): AsyncGenerator<StoredVector[], void> {
    let after: string | undefined = BEFORE_ALL;
    while (after !== undefined) {
      const parameters = [documentId, model, after, sourceIds, BATCH];
      const found: StoredVector[] = await this.dataSource.query(VECTORS, parameters);
      if (found.length > 0) yield found;
      after = found.length === BATCH ? found.at(-1)?.id : undefined;
    }
  }
}
