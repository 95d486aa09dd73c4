import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { newId, notFound } from '../../common';
import { countWords } from '../count-words';
import type { CitationEvidence } from '../section-text';
import { placeOf, type SuggestedChange, withChanges } from './suggested-changes';
import type { Suggestion } from './suggestion';

/** What was made for a place of a section, ready to be kept. */
export interface MadeSuggestion extends Pick<
  Suggestion,
  'action' | 'changes' | 'instruction' | 'lost' | 'original' | 'proposed' | 'tokensUsed' | 'writer'
> {
  documentId: string;
  sectionId: string;
  /** Of the section. */
  version: number;
  /** Where the original stood in that version. */
  start: number;
  promptVersion: number;
  /** What the citations of the proposed text rest on, in order. */
  evidence: readonly CitationEvidence[];
}

const COLUMNS = `g.id, g.section_id as "sectionId", g.section_version as version, g.action,
  g.instruction, g.start_at as start, g.original, g.proposed, g.changes, g.evidence, g.lost,
  g.accepted, g.rejected, g.status, g.writer, g.prompt_version as "promptVersion",
  g.tokens_used as "tokensUsed", g.created_at as "createdAt", s.content`;

const OWNED = `select ${COLUMNS} from suggestions g join sections s on s.id = g.section_id
    join documents d on d.id = s.document_id
  where d.id = $1 and d.owner_id = $2`;

// As everybody does who changes a document's sections, so that nobody waits for each other.
const LOCK = 'select 1 from documents where id = $1 and owner_id = $2 for no key update';

const REPLACE = `update suggestions set status = 'replaced', decided_at = now()
  where section_id = $1 and status = 'open'`;

const INSERT = `insert into suggestions (id, document_id, section_id, section_version, action,
    instruction, start_at, original, proposed, changes, evidence, lost, writer, prompt_version,
    tokens_used)
  select $1, $2, s.id, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15
  from sections s where s.id = $3 and s.document_id = $2 returning id`;

/** Of the undecided changes; the last one closes the suggestion. */
const decide = (column: 'accepted' | 'rejected', other: string) => `
  update suggestions g set ${column} = now_taken.all_taken,
    status = case when g.status <> 'open' or cardinality(now_taken.all_taken)
        + cardinality(g.${other}) < jsonb_array_length(g.changes) then g.status
      when cardinality(${column === 'accepted' ? 'now_taken.all_taken' : 'g.accepted'}) > 0
        then 'accepted' else 'rejected' end,
    decided_at = now()
  from (select o.id, array(
      select i from generate_series(0, jsonb_array_length(o.changes) - 1) i
      where i = any(o.${column})
        or (not i = any(o.${other}) and ($2::int[] is null or i = any($2)))) as all_taken
    from suggestions o where o.id = $1 and o.status = 'open') now_taken
  where g.id = now_taken.id`;

const ACCEPT = decide('accepted', 'rejected');
const REJECT = decide('rejected', 'accepted');

export interface StoredSuggestion extends Omit<Suggestion, 'createdAt' | 'place' | 'words'> {
  start: number;
  evidence: CitationEvidence[];
  promptVersion: number;
  changes: SuggestedChange[];
  createdAt: Date;
  /** Of its section as it is now. */
  content: string;
}

/** As the API tells it: with its place in the text as that is now. */
export function toSuggestion(stored: StoredSuggestion): Suggestion {
  const { start, evidence: _e, promptVersion: _p, content, createdAt, ...told } = stored;
  const { text } = withChanges(told.original, told.changes, told.accepted);
  return {
    ...told,
    place: placeOf(content, text, start),
    words: { before: countWords(told.original), after: countWords(told.proposed) },
    createdAt: createdAt.toISOString(),
  };
}

/** Other wordings that models have proposed for places of sections, and what became of them. */
@Injectable()
export class SuggestionsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /**
   * Keeps a suggestion as the open one of its section, in the place of the one before it.
   * @throws ProblemException NOT_FOUND where document or section are gone, or another's
   */
  keep(ownerId: string, made: MadeSuggestion): Promise<string> {
    return this.dataSource.transaction(async (manager) => {
      const { documentId, sectionId } = made;
      const own = await manager.query<unknown[]>(LOCK, [documentId, ownerId]);
      if (own.length === 0) throw notFound();
      await manager.query(REPLACE, [sectionId]);
      const id = newId();
      const rows = await manager.query<unknown[]>(INSERT, [
        ...[id, documentId, sectionId, made.version, made.action, made.instruction, made.start],
        ...[made.original, made.proposed, JSON.stringify(made.changes)],
        ...[JSON.stringify(made.evidence), JSON.stringify(made.lost)],
        ...[made.writer, made.promptVersion, made.tokensUsed],
      ]);
      if (rows.length === 0) throw notFound();
      return id;
    });
  }

  /** @throws ProblemException NOT_FOUND */
  async get(ownerId: string, documentId: string, id: string): Promise<StoredSuggestion> {
    const parameters = [documentId, ownerId, id];
    const [row] = await this.query(`${OWNED} and g.id = $3`, parameters);
    if (row === undefined) throw notFound();
    return row;
  }

  /** The open ones of a document, at most one a section; none for another's. */
  open(ownerId: string, documentId: string): Promise<StoredSuggestion[]> {
    return this.query(`${OWNED} and g.status = 'open' order by s.position`, [documentId, ownerId]);
  }

  /** Those of a section that have these ids. */
  named(documentId: string, sectionId: string, ids: readonly string[]) {
    const sql = `select ${COLUMNS} from suggestions g join sections s on s.id = g.section_id
      where s.document_id = $1 and s.id = $2 and g.id = any($3::uuid[])`;
    return ids.length === 0 ? Promise.resolve([]) : this.query(sql, [documentId, sectionId, ids]);
  }

  /** Notes which changes were taken; of one that is closed nothing changes. */
  async accept(manager: EntityManager, id: string, changes: readonly number[]): Promise<void> {
    await manager.query(ACCEPT, [id, changes]);
  }

  /** The same for changes that were refused; null for all that are undecided. */
  async reject(id: string, changes: readonly number[] | null): Promise<void> {
    await this.dataSource.query(REJECT, [id, changes]);
  }

  private query(sql: string, parameters: unknown[]): Promise<StoredSuggestion[]> {
    return this.dataSource.query<StoredSuggestion[]>(sql, parameters);
  }
}
