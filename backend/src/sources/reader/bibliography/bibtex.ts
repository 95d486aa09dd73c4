import '@citation-js/plugin-bibtex';
import { plugins } from '@citation-js/core';
import { structureError, valueError } from './bibtex-error';
import { type Entries, type Entry, EntryError, MAX_ENTRIES } from './entry';
import { type BibtexBlock, scanBibtex } from './scan-bibtex';

/** A block as the grammar reads it, its values still LaTeX. */
interface Parsed {
  label: string;
  properties: Record<string, unknown>;
}

/** A chapter takes facts from its book and that from its series, and no further. */
const MAX_CROSSREF_DEPTH = 2;
const MAX_STRINGS = 500;
const USES_STRING = /[=#]\s*[a-z_]/i;

/** The library tells from its result what to do next, and can tell nothing from an empty one. */
const SENTINEL = '\n@misc{sentinel,}';

/** @throws EntryError; the result is undefined for blocks that describe no work */
function parseStructure({ text, line, closed }: BibtexBlock, strings: string): Parsed | undefined {
  if (!closed) throw new EntryError('Its closing brace is missing.');
  const prelude = USES_STRING.test(text) ? strings : '';
  const preludeLines = prelude.split('\n').length - 1;
  try {
    const parsed = plugins.input.chain(prelude + text + SENTINEL, {
      forceType: '@biblatex/text',
      target: '@biblatex/entries+list',
      generateGraph: false,
    });
    return parsed.at(-2) as Parsed | undefined;
  } catch (error) {
    throw structureError(error, line - preludeLines);
  }
}

function crossrefOf({ properties }: Parsed): string {
  return typeof properties['crossref'] === 'string' ? properties['crossref'] : '';
}

function withoutCrossref({ properties, ...entry }: Parsed): Parsed {
  const others = { ...properties };
  delete others['crossref'];
  return { ...entry, properties: others };
}

/** The entry and those it refers to, without circles and long chains, which the library follows. */
function withParents(entry: Parsed, labels: ReadonlyMap<string, Parsed>): Parsed[] {
  const family = [entry];
  let parent = labels.get(crossrefOf(entry));
  while (parent !== undefined && family.length <= MAX_CROSSREF_DEPTH && !family.includes(parent)) {
    family.push(parent);
    parent = labels.get(crossrefOf(parent));
  }
  const last = family.length - 1;
  return family.map((member, index) => (index === last ? withoutCrossref(member) : member));
}

/** @throws EntryError */
function toCsl(family: Parsed[]): Record<string, unknown> {
  try {
    const [csl] = plugins.input.chain(family, {
      forceType: '@biblatex/entries+list',
      generateGraph: false,
    });
    return csl ?? {};
  } catch (error) {
    throw valueError(error);
  }
}

class BibtexFile {
  private readonly labels = new Map<string, Parsed>();
  private strings = '';
  private stringCount = 0;

  /** The block as an entry; undefined for those that describe no work. */
  add(block: BibtexBlock): Entry | undefined {
    const { label: name, line } = block;
    try {
      const parsed = parseStructure(block, this.strings);
      if (block.type === 'string') this.define(block.text);
      if (parsed === undefined) return undefined;
      this.labels.set(parsed.label, parsed);
      return { name, line, read: () => toCsl(withParents(parsed, this.labels)) };
    } catch (error) {
      const read = () => {
        throw error;
      };
      return { name, line, read };
    }
  }

  private define(text: string): void {
    if (this.stringCount >= MAX_STRINGS) return;
    this.strings += `${text}\n`;
    this.stringCount += 1;
  }
}

/** The entries of a BibTeX or BibLaTeX file; an abbreviation counts from its `@string` on. */
export function bibtexEntries(text: string): Entries {
  const file = new BibtexFile();
  const entries: Entry[] = [];
  let omitted = 0;
  for (const block of scanBibtex(text)) {
    if (block.type === 'comment' || block.type === 'preamble') continue;
    const entry = entries.length < MAX_ENTRIES ? file.add(block) : undefined;
    if (entry !== undefined) entries.push(entry);
    else if (block.type !== 'string') omitted += 1;
  }
  return { entries, omitted };
}
