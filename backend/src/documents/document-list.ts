import type { DocumentQuery } from './dto/document';

/** A statement with its parameters, in the order of `DataSource.query`. */
type Statement = [sql: string, parameters: unknown[]];

const ORDER: Record<DocumentQuery['sort'], string> = {
  newest: 'd.created_at desc, d.id desc',
  changed: 'd.updated_at desc, d.id desc',
  title: 'lower(d.title), d.id',
  words: 'd.word_count desc, d.id desc',
};

const ARCHIVED = {
  false: ' and not d.archived',
  true: ' and d.archived',
  any: '',
};

const SEARCHED = `position(lower($2) in lower(d.title)) > 0
  or position(lower($2) in lower(d.topic)) > 0`;

/** Only what is asked for is in the statement: the plain list is a hot route. */
function matching(ownerId: string, { search, status, archived }: DocumentQuery): Statement {
  const parameters: unknown[] = [ownerId];
  let sql = `from documents d where d.owner_id = $1${ARCHIVED[archived]}`;
  if (search !== '') {
    parameters.push(search);
    sql += ` and (${SEARCHED})`;
  }
  if (status !== undefined) {
    parameters.push(status);
    sql += ` and d.status = $${String(parameters.length)}`;
  }
  return [sql, parameters];
}

/** A page of rows with `columns`, each with the `total` of all that match. */
export function listOf(columns: string, ownerId: string, query: DocumentQuery): Statement {
  const [from, parameters] = matching(ownerId, query);
  const { length } = parameters;
  const sql = `select ${columns}, (select count(*)::int ${from}) as total ${from}
    order by ${ORDER[query.sort]} limit $${String(length + 1)} offset $${String(length + 2)}`;
  return [sql, [...parameters, query.perPage, (query.page - 1) * query.perPage]];
}

export function countOf(ownerId: string, query: DocumentQuery): Statement {
  const [from, parameters] = matching(ownerId, query);
  return [`select count(*)::int as total ${from}`, parameters];
}
