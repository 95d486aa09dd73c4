// @ts-check
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** @typedef {import('pg').Client} Client */

/** What a restore must not change; the tables that it settles are not among them. */
const TABLES = [
  'users',
  'documents',
  'sections',
  'section_versions',
  'section_citations',
  'sources',
  'passages',
  'payments',
  'ledger_transactions',
  'ledger_entries',
  'exports',
  'audit_events',
];

/**
 * Counts and hashes of the tables, by another way than the backup's own.
 *
 * @param {Client} client
 * @returns {Promise<Record<string, string>>}
 */
async function hashes(client) {
  /** @type {Record<string, string>} */
  const found = {};
  await client.query(`set timezone = 'UTC'`);
  for (const table of TABLES) {
    const { rows } = await client.query(`select count(*) || ' ' ||
      coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint::numeric), 0) ||
      coalesce(bit_xor(('x' || right(md5(t::text), 15))::bit(60)::bigint), 0) as hash
      from ${table} t`);
    found[table] = rows[0].hash;
  }
  return found;
}

/**
 * @param {Client} original
 * @param {Client} restored
 * @returns {Promise<string[]>} tables that differ
 */
export async function differences(original, restored) {
  const [one, other] = [await hashes(original), await hashes(restored)];
  return TABLES.filter((table) => one[table] !== other[table]);
}

/**
 * @param {Client} restored
 * @param {string} storage
 * @returns {Promise<number>} files that are not what the restored database says of them
 */
export async function wrongFiles(restored, storage) {
  let wrong = 0;
  const { rows } = await restored.query('select storage_key as key, sha256 from exports');
  for (const { key, sha256 } of rows) {
    const content = await readFile(join(storage, key)).catch(() => Buffer.alloc(0));
    if (createHash('sha256').update(content).digest('hex') !== sha256) wrong += 1;
  }
  return wrong;
}
