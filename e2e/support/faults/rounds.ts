/**
 * How often a suite breaks something: a few times within `npm test`, as often as the product
 * promises with `FAULT_ROUNDS=full`, or so many times.
 */
export function roundsOf({ few, full }: { few: number; full: number }): number {
  const wanted = process.env['FAULT_ROUNDS'] ?? '';
  if (wanted === 'full') return full;
  return Number.parseInt(wanted, 10) || few;
}

const SEED = Number(process.env['FAULT_SEED'] ?? 1);

/** Numbers from 0 to 1 that are the same in every run of a suite (mulberry32). */
export function seeded(suite: string): () => number {
  let state = [...suite].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), SEED);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Cell = string | number;

/** Prints what a suite has found as a table that can be put into a document as it is. */
export function printTable(title: string, rows: readonly (readonly Cell[])[]): void {
  const lines = rows.map((cells) => `| ${cells.join(' | ')} |`);
  const width = rows[0]?.length ?? 0;
  lines.splice(1, 0, `|${' --- |'.repeat(width)}`);
  process.stdout.write(`\n${title}\n${lines.join('\n')}\n`);
}
