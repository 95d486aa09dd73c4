import { Client } from 'pg';
import { scramVerifier } from './scram-verifier';

const CONNECT_MS = 10_000;
/** Any fixed number; two that grant at once would be in each other's way. */
const GRANT_LOCK = 7_386_472;

/** Made by another process in the same moment: by name, by the index of names, while being changed. */
const MADE_MEANWHILE = new Set(['42710', '23505', 'XX000']);

const KNOWN = 'select 1 from pg_roles where rolname = $1';

const MAY_CREATE_DATABASES = `select rolsuper or rolcreatedb as yes from pg_roles
  where rolname = current_user`;

/** Which tables are only ever added to is said by the trigger that they carry. */
const TABLES = `select relname as name,
    case when relname = 'migrations' then 'select'
      when exists (select from pg_trigger where tgrelid = c.oid and tgname = 'append_only')
        then 'select, insert'
      else 'select, insert, update, delete' end as rights
  from pg_class c where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
  order by relname`;

/** What it may have done in the owner's name. */
const FUNCTIONS = `select oid::regprocedure::text as name from pg_proc
  where pronamespace = 'public'::regnamespace and prosecdef and prorettype <> 'trigger'::regtype`;

interface Login {
  name: string;
  password: string;
}

function loginOf(databaseUrl: string): Login {
  const { username, password } = new URL(databaseUrl);
  return { name: decodeURIComponent(username), password: decodeURIComponent(password) };
}

/**
 * Gives the role of `servingUrl` what it needs to serve a migrated database, and no more: rows of all
 * tables, of append-only ones no change; nothing of the schema. A role that is not there is made,
 * with the password of the address. Does nothing where one role does everything.
 * @throws Error of PostgreSQL when the owner may not make roles and there is none
 */
export async function admitServingRole(ownerUrl: string, servingUrl: string): Promise<void> {
  const login = loginOf(servingUrl);
  if (login.name === loginOf(ownerUrl).name) return;
  const owner = new Client({
    connectionString: ownerUrl,
    application_name: 'tesigo',
    connectionTimeoutMillis: CONNECT_MS,
  });
  await owner.connect();
  try {
    await provideRole(owner, login);
    await grant(owner, owner.escapeIdentifier(login.name));
  } finally {
    await owner.end();
  }
}

async function provideRole(owner: Client, { name, password }: Login): Promise<void> {
  if ((await owner.query(KNOWN, [name])).rowCount === 1) return;
  const { rows } = await owner.query<{ yes: boolean }>(MAY_CREATE_DATABASES);
  // A drill restores backups into a database of its own
  const options = ['login', rows[0]?.yes ? 'createdb' : 'nocreatedb'];
  if (password !== '') options.push(`password ${owner.escapeLiteral(scramVerifier(password))}`);
  try {
    await owner.query(`create role ${owner.escapeIdentifier(name)} ${options.join(' ')}`);
  } catch (error) {
    if (!MADE_MEANWHILE.has((error as { code?: string }).code ?? '')) throw error;
  }
}

/** In one transaction: who serves meanwhile never finds itself without its rights. */
async function grant(owner: Client, role: string): Promise<void> {
  await owner.query('begin');
  await owner.query('select pg_advisory_xact_lock($1)', [GRANT_LOCK]);
  const tables = await owner.query<{ name: string; rights: string }>(TABLES);
  const functions = await owner.query<{ name: string }>(FUNCTIONS);
  const statements = [
    'revoke create on schema public from public',
    `grant usage on schema public to ${role}`,
    `revoke all on all tables in schema public from ${role}`,
    ...tables.rows.map(
      ({ name, rights }) => `grant ${rights} on ${owner.escapeIdentifier(name)} to ${role}`,
    ),
    `grant usage on all sequences in schema public to ${role}`,
    // Tables of the next version, for a process that serves while it is migrated
    `alter default privileges in schema public
      grant select, insert, update, delete on tables to ${role}`,
    `alter default privileges in schema public grant usage on sequences to ${role}`,
    ...functions.rows.map(({ name }) => `grant execute on function ${name} to ${role}`),
  ];
  await owner.query(statements.join(';\n'));
  await owner.query('commit');
}
