import { plugins } from '@citation-js/core';
import {
  type Entries,
  type Entry,
  ENTRY_TOO_LONG,
  EntryError,
  MAX_ENTRIES,
  MAX_ENTRY_LENGTH,
} from '../entry';
import { earnTime } from '../../../../sandbox/limit-resources';
import { structureError, valueError } from './bibtex-error';
import { withInherited } from './inheritance';
import { mendEntry, mendItem } from './mend';
import { parseEntries, type Parsed } from './parsed';
import { type BibtexBlock, scanBibtex } from './scan-bibtex';
import { Strings } from './strings';

/** Several times what parsing takes, of any block and of its characters. */
const TIME_OF_BLOCK_MS = 2;
const CHARACTERS_A_MS = 1000;

/** The library tells from its result what to do next, and can tell nothing from an empty one. */
const SENTINEL = '\n@misc{sentinel,}';

/** Blocks that describe no work. */
const NO_WORKS = new Set(['comment', 'preamble', 'string']);

/** @throws EntryError; the result is undefined for blocks that describe no work */
function parseStructure(block: BibtexBlock, strings: Strings): Parsed | undefined {
  const { text, line, closed, type } = block;
  if (!closed) throw new EntryError('NOT_CLOSED', 'Its closing brace is missing.');
  if (text.length > MAX_ENTRY_LENGTH) throw new EntryError('TOO_LONG', ENTRY_TOO_LONG);
  earnTime(TIME_OF_BLOCK_MS + Math.ceil(text.length / CHARACTERS_A_MS));
  try {
    if (type !== 'string') return parseEntries(strings.preludeFor(text) + text + SENTINEL).at(-2);
    strings.define(text);
    return undefined;
  } catch (error) {
    throw error instanceof EntryError ? error : structureError(error, line);
  }
}

/** @throws EntryError */
function toCsl(entry: Parsed, labels: ReadonlyMap<string, Parsed>): Record<string, unknown> {
  const whole = mendEntry(withInherited(entry, labels));
  try {
    const options = { forceType: '@biblatex/entries+list', generateGraph: false };
    const [csl] = plugins.input.chain([whole], options);
    return mendItem(csl ?? {}, whole);
  } catch (error) {
    throw valueError(error);
  }
}

class BibtexFile {
  private readonly labels = new Map<string, Parsed>();
  private readonly strings = new Strings();

  /** The block as an entry; undefined for those that describe no work. */
  add(block: BibtexBlock): Entry | undefined {
    const { label: name, line } = block;
    try {
      const parsed = parseStructure(block, this.strings);
      if (parsed === undefined) return undefined;
      this.labels.set(parsed.label, parsed);
      if (parsed.type === 'xdata') return undefined;
      return { name, line, read: () => toCsl(parsed, this.labels) };
    } catch (error) {
      const read = () => {
        throw error;
      };
      return { name, line, read };
    }
  }
}

/** The entries of a BibTeX or BibLaTeX file; an abbreviation counts from its `@string` on. */
export function bibtexEntries(text: string): Entries {
  const file = new BibtexFile();
  const entries: Entry[] = [];
  let omitted = 0;
  for (const block of scanBibtex(text)) {
    if (block.type === 'comment' || block.type === 'preamble') continue;
    if (entries.length >= MAX_ENTRIES) {
      if (!NO_WORKS.has(block.type)) omitted += 1;
      continue;
    }
    const entry = file.add(block);
    if (entry !== undefined) entries.push(entry);
  }
  return { entries, omitted };
}
