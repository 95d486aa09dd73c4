import { createHmac, randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { DataSource, type EntitySchema } from 'typeorm';
import { admitServingRole, migrate } from '../database';
import { dataSourceOptions } from '../database/options';

export interface TestDatabase {
  /** As its owner, who may do everything. */
  url: string;
  /** As the role that serves, with the rights that the product has. */
  servingUrl: string;
  /** Of the owner. */
  dataSource: DataSource;
  /** Closes the connections and drops the database. */
  drop(): Promise<void>;
}

type Entity = (new () => object) | EntitySchema;

function serverUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (url === undefined) throw new Error('TEST_DATABASE_URL is not set; run the tests by npm test');
  return url;
}

async function onServer(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** The same role for all tests on a server. */
function toServe(ownerUrl: string): string {
  const url = new URL(ownerUrl);
  url.password = createHmac('sha256', url.password).update('test').digest('hex');
  url.username = 'tesigo_test_app';
  return url.href;
}

/**
 * A migrated database of its own on the test server, or on another, with a data source for
 * `entities`; migrated as far as a test of migrations wants it.
 */
export async function testDatabase(
  entities: Entity[] = [],
  server = serverUrl(),
  lastMigration?: string,
): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  await migrate(url.href, lastMigration);
  const servingUrl = toServe(url.href);
  await admitServingRole(url.href, servingUrl);
  const dataSource = new DataSource({ ...dataSourceOptions(url.href), entities });
  await dataSource.initialize();
  return {
    url: url.href,
    servingUrl,
    dataSource,
    drop: async () => {
      if (dataSource.isInitialized) await dataSource.destroy();
      await onServer(server, `drop database ${name} with (force)`);
    },
  };
}
