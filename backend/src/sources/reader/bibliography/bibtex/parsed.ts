import '@citation-js/plugin-bibtex';
import { plugins } from '@citation-js/core';

/** An entry as the grammar reads it, its values still LaTeX. */
export interface Parsed {
  type: string;
  label: string;
  properties: Record<string, unknown>;
}

/**
 * The library puts values together piece by piece, and V8 keeps the pieces, at forty times the size
 * of the text, until a character is asked for.
 */
function flatten({ properties }: Parsed): void {
  for (const value of Object.values(properties)) if (typeof value === 'string') value.charCodeAt(0);
}

/** @throws Error with the library's complaint */
export function parseEntries(text: string): Parsed[] {
  const options = { forceType: '@biblatex/text', target: '@biblatex/entries+list' };
  const all = plugins.input.chain(text, { ...options, generateGraph: false });
  const entries = all as unknown as Parsed[];
  entries.forEach(flatten);
  return entries;
}
