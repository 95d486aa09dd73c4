// @ts-check
import assert from 'node:assert/strict';
import { mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { openDataDir } from './data-dir.mjs';
import { SetupError } from './setup-error.mjs';

/** @param {import('node:test').TestContext} test @returns {string} */
function temporary(test) {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'tesigo-data-')));
  test.after(() => rmSync(directory, { recursive: true }));
  return directory;
}

describe('the data directory', () => {
  it('is made where it is missing, and known by its real path', async (test) => {
    const directory = temporary(test);
    symlinkSync(directory, join(directory, 'link'));
    assert.equal(await openDataDir(join(directory, 'link', 'a', 'b')), join(directory, 'a', 'b'));
  });

  it('is refused below a file, with the variable to set', async (test) => {
    const file = join(temporary(test), 'file');
    writeFileSync(file, '');
    for (const path of [file, join(file, 'below')]) {
      await assert.rejects(openDataDir(path), (error) => {
        assert.ok(error instanceof SetupError);
        assert.match(error.message, /is a file, or lies below one.*TESIGO_DATA_DIR/);
        return true;
      });
    }
  });

  const isLinux = process.platform === 'linux';
  it('is refused where the system lets nothing be made', { skip: !isLinux }, async () => {
    for (const path of ['/proc/tesigo', '/proc/tesigo/below']) {
      await assert.rejects(openDataDir(path), /cannot be made.*TESIGO_DATA_DIR/);
    }
  });
});
