// @ts-check
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { contentHash } from './content-hash.mjs';

/** @param {import('node:test').TestContext} test @returns {string} */
function sampleTree(test) {
  const root = mkdtempSync(join(tmpdir(), 'tesigo-hash-'));
  test.after(() => rmSync(root, { recursive: true }));
  mkdirSync(join(root, 'src', 'deep'), { recursive: true });
  writeFileSync(join(root, 'src', 'deep', 'a.ts'), 'a');
  writeFileSync(join(root, 'src', 'a.spec.ts'), 'test');
  writeFileSync(join(root, 'package-lock.json'), '{}');
  return root;
}

const inputs = { paths: ['package-lock.json', 'src', 'missing'], except: /\.spec\.ts$/ };

describe('the content hash', () => {
  it('stays the same over time stamps and over files that do not count', async (test) => {
    const root = sampleTree(test);
    const before = await contentHash(root, inputs);
    utimesSync(join(root, 'src', 'deep', 'a.ts'), 1, 1);
    writeFileSync(join(root, 'src', 'a.spec.ts'), 'another test');
    assert.equal(await contentHash(root, inputs), before);
  });

  it('changes with a content, a name, and a new or a lost file', async (test) => {
    const root = sampleTree(test);
    const hashes = [await contentHash(root, inputs)];
    writeFileSync(join(root, 'src', 'deep', 'a.ts'), 'b');
    hashes.push(await contentHash(root, inputs));
    writeFileSync(join(root, 'src', 'b.ts'), 'b');
    hashes.push(await contentHash(root, inputs));
    rmSync(join(root, 'src', 'deep', 'a.ts'));
    hashes.push(await contentHash(root, inputs));
    assert.equal(new Set(hashes).size, hashes.length);
  });
});
