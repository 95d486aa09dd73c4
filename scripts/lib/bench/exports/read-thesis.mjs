// @ts-check
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * A made-up thesis with its images, which lie beside it.
 *
 * @param {string} input
 */
export function readThesis(input) {
  const thesis = JSON.parse(readFileSync(input, 'utf8'));
  for (const figure of thesis.figures) {
    figure.data = readFileSync(join(dirname(input), 'figures', `${figure.key}.png`));
  }
  return thesis;
}
