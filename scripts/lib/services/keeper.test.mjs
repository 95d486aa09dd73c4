// @ts-check
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { commandLine } from './leftover.mjs';
import { acquireServices } from './lease.mjs';
import * as harness from './testing/harness.mjs';

const { bothListen, keeperOf, startHolder, temporaryDataDir, until, untilStopped } = harness;

describe('the keeper of the private services', () => {
  it('gives every holder of one data directory the same servers', async (test) => {
    const dataDir = temporaryDataDir(test);
    const [first, second] = await Promise.all([startHolder(dataDir), startHolder(dataDir)]);
    assert.deepEqual(first.urls, second.urls);
    await first.end('SIGTERM');
    assert.equal(await bothListen(second.urls), true);
    await second.end('SIGTERM');
    await untilStopped(second.urls);
  });

  it('stops the servers and itself after the last holder was killed', async (test) => {
    const dataDir = temporaryDataDir(test);
    const holder = await startHolder(dataDir);
    assert.equal(await bothListen(holder.urls), true);
    await holder.end('SIGKILL');
    await untilStopped(holder.urls);
    await until(() => commandLine(keeperOf(dataDir)) === undefined);
  });

  it('keeps the database over a restart', async (test) => {
    const dataDir = temporaryDataDir(test);
    const first = await startHolder(dataDir);
    await first.end('SIGTERM');
    const second = await startHolder(dataDir);
    assert.equal(
      new URL(second.urls.databaseUrl).password,
      new URL(first.urls.databaseUrl).password,
    );
    await second.end('SIGTERM');
  });

  it('stops what a killed keeper left behind before it starts its own', async (test) => {
    const dataDir = temporaryDataDir(test);
    const holder = await startHolder(dataDir);
    const orphan = harness.postgresOf(dataDir);
    process.kill(keeperOf(dataDir), 'SIGKILL');
    assert.match(await holder.nextLine(), /keeper .* was killed/);
    assert.equal(await bothListen(holder.urls), true);
    const next = await startHolder(dataDir);
    assert.equal(commandLine(orphan), undefined);
    assert.equal(await bothListen(holder.urls), false);
    assert.equal(await bothListen(next.urls), true);
    await next.end('SIGTERM');
  });

  it('tells its holders when a server dies, and stops the other one', async (test) => {
    const dataDir = temporaryDataDir(test);
    const holder = await startHolder(dataDir);
    process.kill(harness.postgresOf(dataDir), 'SIGKILL');
    assert.match(await holder.nextLine(), /PostgreSQL stopped unexpectedly/);
    await untilStopped(holder.urls);
  });

  it('says at once why a server does not start', async (test) => {
    const wanted = { redis: { command: '/nonexistent/redis-server' } };
    const acquiring = acquireServices({ dataDir: temporaryDataDir(test), wanted });
    await assert.rejects(acquiring, /private Redis does not start/);
  });

  it('serves two data directories apart, one of them at a path too long for a socket', async (test) => {
    const plain = temporaryDataDir(test);
    const long = temporaryDataDir(test, 'long name '.repeat(12));
    const holders = await Promise.all([startHolder(plain), startHolder(long)]);
    const [one, other] = holders.map((holder) => holder.urls);
    assert.notEqual(one?.databaseUrl, other?.databaseUrl);
    await holders[0]?.end('SIGTERM');
    assert.ok(other && (await bothListen(other)));
    await holders[1]?.end('SIGTERM');
  });
});
