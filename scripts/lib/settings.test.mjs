// @ts-check
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readSettings } from './settings.mjs';
import { SetupError } from './setup-error.mjs';

describe('settings', () => {
  it('start everything on port 3000 when nothing is set', () => {
    const { role, port, host, address, databaseUrl, mailIsSent } = readSettings({});
    assert.deepEqual(
      [role, port, host, address],
      ['all', 3000, '127.0.0.1', 'http://localhost:3000'],
    );
    assert.deepEqual([databaseUrl, mailIsSent], [undefined, false]);
  });

  it('count an empty variable as unset', () => {
    assert.equal(readSettings({ PORT: ' ', DATABASE_URL: '' }).port, 3000);
  });

  it('announce the public address where there is one', () => {
    assert.equal(readSettings({ PUBLIC_URL: 'https://a.example' }).address, 'https://a.example');
  });

  for (const port of ['0', '65536', '80a', '-1', '3000.5']) {
    it(`refuse port ${port}`, () => {
      assert.throws(() => readSettings({ PORT: port }), SetupError);
    });
  }

  it('refuse an unknown role, naming the known ones', () => {
    assert.throws(() => readSettings({ TESIGO_ROLE: 'web' }), /all, api, worker/);
  });

  it('refuse a malformed service URL without repeating it', () => {
    for (const url of ['mysql://u:hunter2@h/d', 'u:hunter2@h', 'postgres//u:hunter2@h/d']) {
      assert.throws(
        () => readSettings({ DATABASE_URL: url }),
        (error) => error instanceof SetupError && !error.message.includes('hunter2'),
      );
    }
  });
});
