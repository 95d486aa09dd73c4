import {
  type Entries,
  type Entry,
  ENTRY_TOO_LONG,
  EntryError,
  MAX_ENTRIES,
  MAX_ENTRY_LENGTH,
} from '../entry';
import { risItem } from './ris-item';
import { type RisRecord, scanRis } from './scan-ris';

const TITLES = ['TI', 'T1', 'CT', 'BT'];

function toEntry(record: RisRecord): Entry {
  return {
    line: record.line,
    name: record.fields.find(([tag]) => TITLES.includes(tag))?.[1] ?? null,
    read: () => {
      if (record.length > MAX_ENTRY_LENGTH) throw new EntryError('TOO_LONG', ENTRY_TOO_LONG);
      try {
        return risItem(record);
      } catch (error) {
        throw new EntryError('NOT_RIS', 'A field of it is not as RIS wants it.', { cause: error });
      }
    },
  };
}

/** The records of a RIS file. */
export function risEntries(text: string): Entries {
  const entries: Entry[] = [];
  let omitted = 0;
  for (const record of scanRis(text)) {
    if (entries.length < MAX_ENTRIES) entries.push(toEntry(record));
    else omitted += 1;
  }
  return { entries, omitted };
}
