import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { AuditSeparation } from '../audit/audit-separation';
import { type TestDatabase, testDatabase } from '../testing/test-database';
import { migrate } from './migrate';
import { dataSourceOptions } from './options';
import { admitServingRole } from './serving-role';

let database: TestDatabase;
let serving: DataSource;

beforeAll(async () => {
  database = await testDatabase();
  serving = await new DataSource(dataSourceOptions(database.servingUrl)).initialize();
});

afterAll(async () => {
  await serving.destroy();
  await database.drop();
});

const APPEND = `insert into audit_events (id, at, action, address)
  values (gen_random_uuid(), now() - interval '91 days', 'sign_in.failed', '192.0.2.1')`;

const DENIED = /permission denied|must be owner/;

describe('the role that serves', () => {
  it('adds to the audit trail and reads it', async () => {
    await serving.query(APPEND);
    expect(await serving.query('select action from audit_events')).toHaveLength(1);
  });

  it.each([
    `update audit_events set action = 'nothing'`,
    'update audit_events set address = null',
    'delete from audit_events',
    'truncate audit_events',
    'select 1 from audit_events for update',
    'alter table audit_events disable trigger append_only',
    'alter table audit_events owner to current_user',
    'drop trigger append_only on audit_events',
    'drop table audit_events',
    'create trigger mine before insert on audit_events execute function refuse_change()',
    'create or replace function refuse_change() returns trigger language sql as $$ select 1 $$',
    'grant update on audit_events to current_user',
    `set session_replication_role = 'replica'`,
    'create table of_mine (id int)',
    `delete from migrations`,
    'update ledger_entries set amount = 0',
    'delete from settings_versions',
  ])('is refused by the database: %s', async (statement) => {
    const unchanged = await serving.query('select * from audit_events');
    // What GRANT may not give it leaves as it is, with a warning
    const answer = serving.query(statement);
    if (statement.startsWith('grant')) await answer.catch(() => undefined);
    else await expect(answer).rejects.toThrow(DENIED);
    expect(await serving.query('select * from audit_events')).toEqual(unchanged);
    await expect(serving.query('delete from audit_events')).rejects.toThrow(DENIED);
  });

  it('cannot take the place of the owner', async () => {
    const owner = new URL(database.url).username;
    await expect(serving.query(`set role ${owner}`)).rejects.toThrow(DENIED);
    await expect(serving.query(`set session authorization ${owner}`)).rejects.toThrow(DENIED);
  });

  it('has addresses forgotten that are old, and nothing else', async () => {
    await serving.query(`select forget_audit_addresses('0 days'), forget_audit_events('0 days')`);
    const rows = await serving.query<unknown[]>('select action, address from audit_events');
    expect(rows).toEqual([{ action: 'sign_in.failed', address: null }]);
  });

  it('has what it needs of tables that a later version makes', async () => {
    await database.dataSource.query('create table later (id int primary key)');
    await serving.query('insert into later values (1)');
    await serving.query('update later set id = 2');
    await database.dataSource.query('drop table later');
  });
});

describe('a role that is to serve', () => {
  const strange = () => {
    const url = new URL(database.url);
    url.username = `app “${randomBytes(4).toString('hex')}”`;
    url.password = 'pass/wörd é';
    return url.href;
  };

  it('is made with the password of its address, by several at once', async () => {
    const url = strange();
    await Promise.all([1, 2, 3].map(() => admitServingRole(database.url, url)));
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ name: string }>('select current_user as name');
    await client.end();
    const name = rows[0]?.name ?? '';
    expect(name).toMatch(/^app “/);
    await database.dataSource.query(`drop owned by "${name}"; drop role "${name}"`);
  });
});

describe('an owner who is no superuser', () => {
  const names: string[] = [];

  /** Its own database, and a role that is to serve it. */
  async function hosted(attributes: string) {
    const name = `hosted_${randomBytes(4).toString('hex')}`;
    names.push(name);
    await database.dataSource.query(`create role ${name} login password 'own' ${attributes}`);
    await database.dataSource.query(`create database ${name} owner ${name}`);
    const owner = new URL(database.url);
    Object.assign(owner, { username: name, password: 'own', pathname: `/${name}` });
    const serves = new URL(owner);
    Object.assign(serves, { username: `${name}_app`, password: 'app' });
    return { owner: owner.href, serves: serves.href };
  }

  afterEach(async () => {
    for (const name of names.splice(0)) {
      await database.dataSource.query(`drop database ${name} with (force)`);
      await database.dataSource.query(`drop role if exists ${name}_app`);
      await database.dataSource.query(`drop role ${name}`);
    }
  });

  it('makes and admits the role as well', async () => {
    const { owner, serves } = await hosted('createrole createdb');
    await migrate(owner);
    await admitServingRole(owner, serves);
    const app = await new DataSource(dataSourceOptions(serves)).initialize();
    await app.query(APPEND);
    await expect(app.query('delete from audit_events')).rejects.toThrow(DENIED);
    expect(await new AuditSeparation(app).isSeparated()).toBe(true);
    await app.destroy();
  }, 60_000);

  it('and may make no roles is told so, and admits one that is there', async () => {
    const { owner, serves } = await hosted('');
    await migrate(owner);
    await expect(admitServingRole(owner, serves)).rejects.toMatchObject({ code: '42501' });
    await database.dataSource.query(`create role ${new URL(serves).username} login password 'app'`);
    await admitServingRole(owner, serves);
    const app = await new DataSource(dataSourceOptions(serves)).initialize();
    await expect(app.query('truncate audit_events')).rejects.toThrow(DENIED);
    await app.destroy();
  }, 60_000);
});

describe('where one role does everything', () => {
  it('nothing is taken from it, and it is said', async () => {
    await admitServingRole(database.url, database.url);
    expect(await new AuditSeparation(database.dataSource).isSeparated()).toBe(false);
    expect(await new AuditSeparation(serving).isSeparated()).toBe(true);
  });
});
