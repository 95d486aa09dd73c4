import '@citation-js/plugin-ris';
import { plugins } from '@citation-js/core';
import { type Entries, type Entry, EntryError, MAX_ENTRIES } from './entry';

/** `TY  - JOUR`; files in the wild have one to three spaces before the dash. */
const TAGGED = /^([A-Z][A-Z0-9]) {1,3}-(?:\s+(.*))?$/;

interface RisRecord {
  line: number;
  /** Tags with their values, continuation lines joined. */
  fields: [tag: string, value: string][];
}

/** Runs of spaces inside a value look like a tag's separator to the parser, which cuts there. */
const oneLine = (value: string): string => value.replace(/\s+/g, ' ').trim();

function* scanRis(text: string): Generator<RisRecord> {
  let record: RisRecord | undefined;
  let number = 0;
  for (const line of text.split(/\r\n|\n|\r/)) {
    number += 1;
    const [, tag, value = ''] = TAGGED.exec(line.trim()) ?? [];
    if (tag === 'TY') {
      if (record !== undefined) yield record;
      record = { line: number, fields: [] };
    }
    if (tag === 'ER' && record !== undefined) {
      yield record;
      record = undefined;
    }
    if (tag !== undefined) record?.fields.push([tag, oneLine(value)]);
    else continueField(record, oneLine(line));
  }
  if (record !== undefined) yield record;
}

function continueField(record: RisRecord | undefined, text: string): void {
  const last = record?.fields.at(-1);
  if (last !== undefined && text !== '') last[1] = `${last[1]} ${text}`.trim();
}

const TITLES = ['TI', 'T1', 'CT', 'BT'];

function toEntry({ line, fields }: RisRecord): Entry {
  const text = fields.map(([tag, value]) => `${tag}  - ${value}`).join('\n');
  return {
    line,
    name: fields.find(([tag]) => TITLES.includes(tag))?.[1] ?? null,
    read: () => {
      try {
        const options = { forceType: '@ris/file', generateGraph: false };
        return plugins.input.chain(text, options)[0] ?? {};
      } catch (error) {
        throw new EntryError('A field of it is not as RIS wants it.', { cause: error });
      }
    },
  };
}

/** The records of a RIS file; one whose `ER` is missing ends where the next begins. */
export function risEntries(text: string): Entries {
  const entries: Entry[] = [];
  let omitted = 0;
  for (const record of scanRis(text)) {
    if (entries.length < MAX_ENTRIES) entries.push(toEntry(record));
    else omitted += 1;
  }
  return { entries, omitted };
}
