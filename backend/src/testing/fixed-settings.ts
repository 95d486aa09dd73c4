import type { Configuration } from '../config';
import { settingsOf } from '../settings';

/** Settings as the environment has them, for parts of the product without a module around them. */
export function fixedSettings(config: Configuration) {
  const now = settingsOf(config);
  return { now, reliable: () => Promise.resolve(now) };
}
