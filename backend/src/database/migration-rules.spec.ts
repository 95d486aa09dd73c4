import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { QueryRunner } from 'typeorm';
import { migrations } from './migrations';

const MODULES = join(__dirname, '../../../node_modules');
const SQUAWK = join(MODULES, '.bin/squawk');

/** The lock file knows its program for this system alone; on others it is there or not. */
const HERE = `${process.platform}-${process.arch}`;
const describeIfThere =
  HERE === 'linux-x64' || existsSync(join(MODULES, '@squawk-cli', HERE)) ? describe : describe.skip;

/**
 * Not about locks or old code: sizes of numbers are bounded by our own schemas, and the times are set for
 * every migration by the one who runs them (migrate.ts).
 */
const NOT_ASKED = ['prefer-bigint-over-int', 'require-lock-timeout', 'require-statement-timeout'];

/**
 * Done before the first release, on tables that no installation had rows in. After it, an index on a table
 * that is there is made `concurrently`, by a migration of its own with `transaction = false`; a
 * constraint `not valid`, and validated by the next migration; and a column goes when no version that may
 * still run reads it, which alone is to be named here then, with that version.
 */
const BEFORE_RELEASE: Readonly<Record<string, readonly string[]>> = {
  CitationSupport1795740000000: ['adding-foreign-key-constraint', 'constraint-missing-not-valid'],
  SourceIdentities1795741000000: ['require-concurrent-index-creation'],
  PassagesRankedInProcess1795742000000: ['ban-drop-column'],
  PlatformTokens1795743000000: ['require-concurrent-index-creation'],
  JobTurns1795748100000: ['require-concurrent-index-creation'],
  QueueOrder1795748200000: ['require-concurrent-index-creation'],
  ExportsAsMarkdown1795760000000: ['constraint-missing-not-valid'],
  ForgetAddresses1795762000000: ['require-concurrent-index-creation'],
  AdminLists1795764200000: ['require-concurrent-index-creation'],
  ArchivedDocuments1795768000000: ['require-concurrent-index-creation'],
  SourceFiles1795774000000: ['adding-foreign-key-constraint', 'require-concurrent-index-creation'],
  ForgettingPeople1795776000000: [
    'adding-foreign-key-constraint',
    'constraint-missing-not-valid',
    'require-concurrent-index-creation',
  ],
};

interface Violation {
  rule_name: string;
}

/** Names of the rules that statements break, each once. */
function broken(sql: string, inTransaction: boolean): string[] {
  const options = ['--reporter=json', '--pg-version=15.0', `--exclude=${NOT_ASKED.join(',')}`];
  if (inTransaction) options.push('--assume-in-transaction');
  const { stdout, error } = spawnSync(SQUAWK, options, { input: sql, encoding: 'utf8' });
  if (error !== undefined) throw error;
  const violations = JSON.parse(stdout) as Violation[];
  return [...new Set(violations.map(({ rule_name: rule }) => rule))].sort();
}

/** What a migration says to the database, without one. */
async function statementsOf(migration: InstanceType<(typeof migrations)[number]>): Promise<string> {
  const said: string[] = [];
  const query = (statement: string) => {
    said.push(statement.trim().replace(/;?$/, ';'));
    return Promise.resolve([]);
  };
  await migration.up({ query } as Pick<QueryRunner, 'query'> as QueryRunner);
  return said.join('\n');
}

describeIfThere('a migration', () => {
  it.each(migrations.map((Migration) => [Migration.name, Migration] as const))(
    'keeps nobody waiting and leaves old code what it reads: %s',
    async (name, Migration) => {
      const migration: { transaction?: boolean } & InstanceType<typeof Migration> = new Migration();
      const sql = await statementsOf(migration);
      expect(sql).not.toBe('');
      expect(broken(sql, migration.transaction !== false)).toEqual(BEFORE_RELEASE[name] ?? []);
    },
  );

  it.each([
    ['alter table documents add column x text not null', 'adding-required-field'],
    ['alter table documents alter column title set not null', 'adding-not-nullable-field'],
    ['alter table documents alter column title type varchar(9)', 'changing-column-type'],
    [
      'alter table documents add column x uuid default gen_random_uuid()',
      'adding-field-with-default',
    ],
    ['alter table documents rename column title to heading', 'renaming-column'],
    ['alter table documents drop column title', 'ban-drop-column'],
    ['drop table documents', 'ban-drop-table'],
    ['create index on documents (title)', 'require-concurrent-index-creation'],
    ['alter table documents add check (title is not null)', 'constraint-missing-not-valid'],
  ])('would be found to do otherwise: %s', (statement, rule) => {
    expect(broken(`${statement};`, true)).toContain(rule);
  });
});
