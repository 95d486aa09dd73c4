/** What a key does while the pages have the focus. */
export type PdfKey =
  | { kind: 'find' }
  | { kind: 'zoom'; direction: -1 | 0 | 1 }
  | { kind: 'page'; step: -1 | 1 }
  | { kind: 'end'; last: boolean };

const KEYS: Readonly<Record<string, PdfKey>> = {
  '+': { kind: 'zoom', direction: 1 },
  '=': { kind: 'zoom', direction: 1 },
  '-': { kind: 'zoom', direction: -1 },
  '0': { kind: 'zoom', direction: 0 },
  ArrowRight: { kind: 'page', step: 1 },
  ArrowLeft: { kind: 'page', step: -1 },
  Home: { kind: 'end', last: false },
  End: { kind: 'end', last: true },
  '/': { kind: 'find' },
};

/** Null for what the browser does better: scrolling, and all that has another key held down. */
export function keyOf({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): PdfKey | null {
  if (altKey) return null;
  if (ctrlKey || metaKey) return key.toLowerCase() === 'f' ? { kind: 'find' } : null;
  return KEYS[key] ?? null;
}
