const SEGMENT = /^[A-Za-z0-9_][A-Za-z0-9._-]*$/;
const MAX_LENGTH = 512;

/**
 * Refuses keys that could leave their folder or mean different files to different stores: a
 * segment has ASCII letters, digits, `_`, `-` and `.`, and does not begin with a dot.
 */
export function assertKey(key: string): void {
  const valid = key.length <= MAX_LENGTH && key.split('/').every((part) => SEGMENT.test(part));
  if (!valid) throw new RangeError('Not a storage key');
}
