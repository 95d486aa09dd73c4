import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { WishVerdict } from '../../generation';

// The document may be deleted while it is with the model
const KEEP = `insert into requirement_judgements (document_id, digest, verdicts)
  select id, $2, $3 from documents where id = $1 for key share
  on conflict (document_id) do update set digest = excluded.digest, verdicts = excluded.verdicts,
    created_at = now()`;

/** The last judgement of each document: a call that was paid for is not made again. */
@Injectable()
export class JudgementsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Undefined when what is kept is of another text, or of other wishes. */
  async find(documentId: string, digest: string): Promise<WishVerdict[] | undefined> {
    const [row] = await this.dataSource.query<{ verdicts: WishVerdict[] }[]>(
      'select verdicts from requirement_judgements where document_id = $1 and digest = $2',
      [documentId, digest],
    );
    return row?.verdicts;
  }

  async keep(documentId: string, digest: string, verdicts: readonly WishVerdict[]): Promise<void> {
    await this.dataSource.query(KEEP, [documentId, digest, JSON.stringify(verdicts)]);
  }
}
