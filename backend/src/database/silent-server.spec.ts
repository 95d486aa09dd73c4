import { setTimeout as delay } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { toProblemException } from '../common';
import { TcpProxy } from '../testing/tcp-proxy';
import { type TestDatabase, testDatabase } from '../testing/test-database';
import { servingOptions } from './options';

const SILENCE_MS = 400;

let database: TestDatabase;
let network: TcpProxy;
let dataSource: DataSource;

beforeAll(async () => {
  database = await testDatabase();
  network = new TcpProxy(new URL(database.url));
  const options = servingOptions(await network.listen());
  const extra = { ...(options.extra as object), max: 1, silence: SILENCE_MS };
  dataSource = new DataSource({ ...options, extra } as typeof options);
  await dataSource.initialize();
});

afterAll(async () => {
  await dataSource.destroy();
  network.close();
  await database.drop();
});

describe('a connection to PostgreSQL', () => {
  it('is kept for as long as nothing is asked', async () => {
    const pid = () => dataSource.query<{ pid: number }[]>('select pg_backend_pid() as pid');
    const before = await pid();
    await delay(2 * SILENCE_MS);
    expect(await pid()).toEqual(before);
  });

  it('that is dead is given up in time, and the next one serves', async () => {
    await dataSource.query('select 1');
    network.swallow();
    const asked = dataSource.query('select 1').catch((error: unknown) => error);
    expect(toProblemException(await asked).code).toBe('UNAVAILABLE');
    network.mendForNew();
    expect(await dataSource.query('select 1 as one')).toEqual([{ one: 1 }]);
  });
});
