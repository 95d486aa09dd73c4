// @ts-check
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { outlinedDocument, written } from './measure.mjs';

/** @typedef {import('../../api-client.mjs').Client} Client */

const SAMPLE_MS = 50;
/** For what the last document has left behind to settle; nothing is collected by force. */
const PAUSE_MS = 5000;
const SECTIONS = 4;
/** Many who wait are not to take the processor from those who write. */
const SELDOM_MS = 500;
const MIB = 1024 * 1024;

/** @param {number} pid @returns {Promise<number>} bytes that a process has in memory */
async function residentSize(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const [, kilobytes = '0'] = /^VmRSS:\s+(\d+)/m.exec(status) ?? [];
  return Number(kilobytes) * 1024;
}

/**
 * @param {() => number} pid of the process, which may be another after a crash
 * @param {() => Promise<unknown>} work
 * @returns {Promise<number>} the most that it had in memory meanwhile
 */
async function peakDuring(pid, work) {
  const done = new AbortController();
  let peak = 0;
  const sampling = (async () => {
    while (!done.signal.aborted) {
      peak = Math.max(peak, await residentSize(pid()));
      await delay(SAMPLE_MS);
    }
  })();
  await work().finally(() => done.abort());
  await sampling;
  return peak;
}

/** @param {Client} client @param {number} sections */
async function one(client, sections) {
  return written(client, await outlinedDocument(client, sections), SELDOM_MS);
}

/**
 * What writing takes in the worker's memory above what it has after one document.
 *
 * @param {Client} client
 * @param {() => number} pid of the worker
 * @param {readonly number[]} counts of short documents at the same time
 * @param {readonly number[]} lengths of single documents, in sections
 * @returns {Promise<{ idle: number, counts: [number, number][], lengths: [number, number][] }>} in
 *   MiB
 */
export async function memoryOf(client, pid, counts, lengths) {
  await one(client, SECTIONS);
  await delay(PAUSE_MS);
  const idle = await residentSize(pid());
  /** @param {readonly number[]} cases @param {(size: number) => Promise<unknown>} work */
  const measure = async (cases, work) => {
    /** @type {[number, number][]} */
    const rows = [];
    for (const size of cases) {
      const peak = await peakDuring(pid, () => work(size));
      rows.push([size, (peak - idle) / MIB]);
      await delay(PAUSE_MS);
    }
    return rows;
  };
  const alone = await measure(lengths, (sections) => one(client, sections));
  const together = await measure(counts, async (documents) => {
    const ids = [];
    for (let made = 0; made < documents; made += 1) {
      ids.push(await outlinedDocument(client, SECTIONS));
    }
    await Promise.all(ids.map((id) => written(client, id, SELDOM_MS)));
  });
  return { idle: idle / MIB, counts: together, lengths: alone };
}
