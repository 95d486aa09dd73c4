import { Pool } from 'pg';
import { TcpProxy } from '../testing/tcp-proxy';
import { testDatabase, type TestDatabase } from '../testing/test-database';
import { toProblemException } from './problem.filter';

let database: TestDatabase;
let proxy: TcpProxy;

beforeAll(async () => {
  database = await testDatabase();
  proxy = new TcpProxy(new URL(database.url));
});

afterAll(async () => {
  proxy.close();
  await database.drop();
});

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => toProblemException(error).code,
  );

/** What the driver says has no code, and may read differently in its next version. */
describe('a database that is away', () => {
  it('is told from a request that is wrong', async () => {
    const pool = new Pool({
      connectionString: await proxy.listen(),
      max: 1,
      connectionTimeoutMillis: 200,
    });
    pool.on('error', () => undefined);
    const client = await pool.connect();
    client.on('error', () => undefined);
    await expect(failureOf(pool.query('select 1'))).resolves.toBe('UNAVAILABLE');
    await expect(failureOf(client.query('select nonsense'))).resolves.toBe('INTERNAL');
    const running = failureOf(client.query('select pg_sleep(10)'));
    proxy.cut();
    await expect(running).resolves.toBe('UNAVAILABLE');
    await expect(failureOf(client.query('select 1'))).resolves.toBe('UNAVAILABLE');
    client.release(true);
    await expect(failureOf(pool.query('select 1'))).resolves.toBe('UNAVAILABLE');
    await pool.end();
  });
});
