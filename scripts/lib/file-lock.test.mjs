// @ts-check
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { tryLock, withLock } from './file-lock.mjs';

/** @param {import('node:test').TestContext} test @returns {string} */
function lockPath(test) {
  const directory = mkdtempSync(join(tmpdir(), 'tesigo-lock-'));
  test.after(() => rmSync(directory, { recursive: true }));
  return join(directory, 'sub', 'a.lock');
}

describe('the file lock', () => {
  it('lets one in at a time and tells the others that they wait', async (test) => {
    const path = lockPath(test);
    let inside = 0;
    let waited = 0;
    const work = async () => {
      inside += 1;
      assert.equal(inside, 1);
      await delay(50);
      inside -= 1;
    };
    const onWait = () => (waited += 1);
    await Promise.all([1, 2, 3].map(() => withLock(path, { onWait }, work)));
    assert.ok(waited >= 1);
  });

  it('is free again after its work has failed', async (test) => {
    const path = lockPath(test);
    const failing = withLock(path, {}, () => Promise.reject(new Error('no')));
    await assert.rejects(failing, /no/);
    const release = await tryLock(path);
    assert.ok(release);
    assert.equal(await tryLock(path), undefined);
    release();
  });

  it('is free again after its holder was killed', async (test) => {
    const path = lockPath(test);
    const module = JSON.stringify(new URL('file-lock.mjs', import.meta.url).href);
    const source =
      `const { tryLock } = await import(${module});` +
      `await tryLock(${JSON.stringify(path)}); console.log('held'); setInterval(() => 0, 1000);`;
    const holder = spawn(process.execPath, ['--input-type=module', '-e', source]);
    await once(holder.stdout, 'data');
    assert.equal(await tryLock(path), undefined);
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    const release = await tryLock(path);
    assert.ok(release);
    release();
  });

  it('stops waiting when it is told to', async (test) => {
    const path = lockPath(test);
    const release = await tryLock(path);
    const waiting = withLock(path, { signal: AbortSignal.timeout(100) }, async () => 'in');
    await assert.rejects(waiting, { name: 'TimeoutError' });
    release?.();
  });
});
