import { EntryError } from '../entry';
import { parseEntries } from './parsed';

/** Longer abbreviations are no abbreviations. */
const MAX_LENGTH = 5000;
/** Characters that the abbreviations in one entry may stand for. */
const MAX_EXPANSION = 20_000;
/** Definitions that are looked at in one file. */
const MAX_STRINGS = 10_000;

const USE = /[=#]\s*([a-z_][\w:+-]*)/gi;
const DEFINED = /@\s*string\s*[{(]\s*([a-z_][\w:+-]*)\s*=/i;

const TOO_LONG = 'The abbreviations in it stand for more text than an entry can hold.';

/**
 * The abbreviations of a file, each with the text that it stands for. They are looked up rather
 * than expanded in one another, so that a chain of them that doubles at each step ends early.
 */
export class Strings {
  private readonly values = new Map<string, string>();
  private defined = 0;

  /** The definitions that a block needs, on one line. @throws EntryError */
  preludeFor(text: string): string {
    const used = [...text.matchAll(USE)].map(([, name = '']) => name.toLowerCase());
    const length = used.reduce((sum, name) => sum + (this.values.get(name)?.length ?? 0), 0);
    if (length > MAX_EXPANSION) throw new EntryError('ABBREVIATIONS_TOO_LONG', TOO_LONG);
    return [...new Set(used)].map((name) => this.definition(name)).join('');
  }

  /**
   * Takes in a `@string`; without effect for what is none.
   * @throws EntryError
   */
  define(text: string): void {
    const name = DEFINED.exec(text)?.[1]?.toLowerCase();
    if (name === undefined || this.defined >= MAX_STRINGS) return;
    this.defined += 1;
    const asked = `${this.preludeFor(text)}${text}\n@misc{asked, value = ${name}}\n@misc{last,}`;
    const value = parseEntries(asked).find(({ label }) => label === 'asked')?.properties['value'];
    const expanded = typeof value === 'number' ? String(value) : value;
    if (typeof expanded !== 'string') return;
    if (expanded.length > MAX_LENGTH) throw new EntryError('ABBREVIATIONS_TOO_LONG', TOO_LONG);
    this.values.set(name, expanded);
  }

  private definition(name: string): string {
    const value = this.values.get(name);
    return value === undefined ? '' : `@string{${name} = {${value.replace(/\s+/g, ' ')}}}`;
  }
}
