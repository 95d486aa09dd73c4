import { setImmediate } from 'node:timers/promises';

/** Longer turns would be felt by every other request. */
const TURN_MS = 2;

/** Does something with each of many items, and lets others have a turn about every 2 ms. */
export async function paced<Item>(
  items: Iterable<Item>,
  each: (item: Item) => void,
): Promise<void> {
  let started = performance.now();
  for (const item of items) {
    each(item);
    if (performance.now() - started < TURN_MS) continue;
    await setImmediate();
    started = performance.now();
  }
}
