// @ts-check
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { freePort } from './network.mjs';
import { requireDatabase, requireRedis } from './reachable.mjs';
import { SetupError } from './setup-error.mjs';

/** @param {(url: string) => Promise<void>} check @param {string} scheme */
async function messageFor(check, scheme) {
  const port = await freePort();
  try {
    await check(`${scheme}://someone:hunter2@127.0.0.1:${port}/db`);
  } catch (error) {
    assert.ok(error instanceof SetupError);
    return error.message;
  }
  throw new Error('The check passed although nothing listens.');
}

describe('a configured service that does not answer', () => {
  it('is named with its address and without its credentials', async () => {
    const messages = await Promise.all([
      messageFor(requireDatabase, 'postgresql'),
      messageFor(requireRedis, 'redis'),
    ]);
    for (const message of messages) {
      assert.match(message, /at 127\.0\.0\.1:\d+ cannot be used, nothing listens there/);
      assert.doesNotMatch(message, /someone|hunter2/);
    }
  });
});
