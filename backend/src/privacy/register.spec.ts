import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfiguration } from '../config';
import { environmentSchema } from '../config/environment';
import { testDatabase, type TestDatabase } from '../testing/test-database';
import { NOT_IN_ARCHIVE, PERSONAL_TABLES } from './archive/personal-data';
import { daysOf, type RetentionRule } from './retention/retention-rule';
import { RETENTION_RULES } from './retention/retention-rules';

const REGISTER = readFileSync(join(__dirname, '../../../docs/privacy.md'), 'utf8');

const config = loadConfiguration({
  NODE_ENV: 'test',
  DATABASE_URL: 'postgres://127.0.0.1/none',
  REDIS_URL: 'redis://127.0.0.1',
  JWT_SECRET: 'a test key, forty characters long, no less',
});

const VARIABLES: Record<string, string> = {
  auditDays: 'RETENTION_AUDIT_DAYS',
  deadLetterDays: 'RETENTION_DEAD_LETTER_DAYS',
  exportDays: 'RETENTION_EXPORT_DAYS',
};

/** Deleted beside the account, since they hang on an address, or on what Stripe says. */
const BY_STATEMENT = ['sign_in_attempts', 'stripe_customers'];

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});

afterAll(() => database.drop());

/** The rows of the table whose head begins with such cells, each cell as it is written. */
function rowsBelow(...head: string[]): string[][] {
  const cells = (line: string) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const lines = REGISTER.split('\n');
  const start = lines.findIndex((line) => head.every((cell, index) => cells(line)[index] === cell));
  if (start < 0) throw new Error(`the register has no table of ${head.join(', ')}`);
  const end = lines.findIndex((line, index) => index > start && !line.startsWith('|'));
  return lines.slice(start + 2, end).map(cells);
}

function periodOf(rule: RetentionRule): string {
  const days = daysOf(rule, config);
  const length = days === 0 ? 'at once' : days === 1 ? '1 day' : `${String(days)} days`;
  const variable = typeof rule.days === 'string' ? ` (\`${VARIABLES[rule.days] ?? ''}\`)` : '';
  return `${length} after ${rule.since}${variable}`;
}

describe('the register of processing', () => {
  it('names each period that the sweeper follows, and no other', () => {
    const rules = RETENTION_RULES.map((rule) => [rule.what, periodOf(rule), `\`${rule.table}\``]);
    expect(rowsBelow('what', 'period', 'table')).toEqual(rules);
  });

  it('tells of each table whose it is, and what becomes of it', () => {
    const personal = PERSONAL_TABLES.map(({ table, stays }) => [
      `\`${table}\``,
      'yes, in the archive',
      stays === undefined ? 'goes' : `stays: ${stays}`,
    ]);
    const others = Object.entries(NOT_IN_ARCHIVE).map(([table, why]) => [`\`${table}\``, why]);
    const rows = rowsBelow('table', 'of a person');
    expect(rows.slice(0, personal.length)).toEqual(personal);
    expect(rows.slice(personal.length).map((row) => row.slice(0, 2))).toEqual(others);
  });

  it('says of no table that it goes, or stays, of which the database says otherwise', async () => {
    const going = await database.dataSource.query<{ name: string }[]>(
      `with recursive gone as (
         select 'users'::regclass::oid as id
         union select c.conrelid from pg_constraint c join gone g on c.confrelid = g.id
         where c.contype = 'f' and c.confdeltype in ('c', 'a') and c.conrelid <> 0
           and c.conrelid::regclass::text <> 'stripe_events')
       select id::regclass::text as name from gone`,
    );
    const names = new Set(going.map(({ name }) => name));
    const wrong = PERSONAL_TABLES.filter(
      ({ table, stays }) => !BY_STATEMENT.includes(table) && names.has(table) !== !stays,
    );
    expect(wrong.map(({ table }) => table)).toEqual([]);
    const left = rowsBelow('table', 'of a person')
      .filter(([table = '']) => Object.keys(NOT_IN_ARCHIVE).includes(table.slice(1, -1)))
      .filter(([table = '', , fate]) => names.has(table.slice(1, -1)) !== (fate === 'goes'));
    expect(left).toEqual([]);
  });

  it('names no variable that there is none of', () => {
    const named = [...REGISTER.matchAll(/`([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)`/g)].map(
      ([, one]) => one,
    );
    expect(named.length).toBeGreaterThan(5);
    const known = Object.keys(environmentSchema.shape);
    expect(named.filter((name) => !known.includes(name ?? ''))).toEqual([]);
  });
});
