import '@citation-js/plugin-bibtex';
import { plugins } from '@citation-js/core';

/** An entry as the grammar reads it, its values still LaTeX. */
export interface Parsed {
  type: string;
  label: string;
  properties: Record<string, unknown>;
}

/** @throws Error with the library's complaint */
export function parseEntries(text: string): Parsed[] {
  const options = { forceType: '@biblatex/text', target: '@biblatex/entries+list' };
  return plugins.input.chain(text, { ...options, generateGraph: false }) as unknown as Parsed[];
}
