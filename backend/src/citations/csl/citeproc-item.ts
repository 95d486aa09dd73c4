import { guarded, printable } from './run-format';

/** A source as a formatter needs it: our key, and the reference as CSL-JSON. */
export interface FormattableSource {
  key: string;
  csl: object;
}

/**
 * Never printed by a style we offer, or read by citeproc as overrides of other fields (`note`), or
 * long and useless here.
 */
const LEFT_OUT = new Set(['id', 'note', 'annote', 'abstract', 'keyword', 'custom', 'categories']);

const MAX_DEPTH = 4;

/** A name needs a family or literal part; citeproc cannot sort by a given name alone. */
function cleanName(name: object): object | undefined {
  const parts = Object.entries(name).filter(([, value]) => value !== '' && value !== undefined);
  const { family, literal, given } = Object.fromEntries(parts) as Record<string, unknown>;
  if (family !== undefined || literal !== undefined) return Object.fromEntries(parts);
  return given === undefined ? undefined : { literal: given };
}

function cleanList(list: readonly unknown[], depth: number): unknown[] {
  return list
    .map((entry) => clean(entry, depth))
    .map((entry) => (isPlainObject(entry) ? cleanName(entry) : entry))
    .filter((entry) => entry !== undefined);
}

function isPlainObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function clean(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return guarded(printable(value).trim());
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (depth === MAX_DEPTH) return undefined;
  if (Array.isArray(value)) return cleanList(value, depth + 1);
  if (!isPlainObject(value)) return undefined;
  const entries = Object.entries(value).map(([name, entry]): [string, unknown] => [
    name,
    clean(entry, depth + 1),
  ]);
  return Object.fromEntries(entries);
}

/**
 * The reference as citeproc gets it. A reference without a title is titled by its key, so that it
 * always has something to print.
 */
export function citeprocItem(id: string, { key, csl }: FormattableSource): object {
  const fields = Object.entries(csl)
    .filter(([name]) => !LEFT_OUT.has(name))
    .map(([name, value]): [string, unknown] => [name, clean(value, 0)])
    .filter(([, value]) => value !== undefined && value !== '');
  return { title: guarded(key), type: 'document', ...Object.fromEntries(fields), id };
}
