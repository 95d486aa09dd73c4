import { MAX_ENTRY_LENGTH } from '../entry';

/** One tag of a record with its value; lines that continue a value are joined to it. */
export type RisField = [tag: string, value: string];

export interface RisRecord {
  /** Line of the file on which it begins, from 1. */
  line: number;
  /** `JOUR`, `BOOK`, … */
  type: string;
  /** In the order of the file, without the type and those without a value. */
  fields: RisField[];
  /** Characters in its lines; of what is beyond the limit of an entry, nothing is kept. */
  length: number;
}

/** `TY  - JOUR`; files in the wild have one to three spaces before the dash. */
const TAGGED = /^([A-Z][A-Z0-9]) {1,3}-(?:\s+(.*))?$/s;

/** Tags whose values go on with one of their own on the next line, rather than with more words. */
const ONE_A_LINE = new Set(['KW', 'L1', 'L2', 'L3', 'L4', 'UR']);

const oneLine = (value: string): string => value.replace(/\s+/g, ' ').trim();

function continueField(record: RisRecord | undefined, text: string): void {
  const last = record?.fields.at(-1);
  if (record === undefined || last === undefined || text === '') return;
  if (ONE_A_LINE.has(last[0])) record.fields.push([last[0], text]);
  else last[1] = last[1] === '' ? text : `${last[1]} ${text}`;
}

const complete = (record: RisRecord): RisRecord => ({
  ...record,
  fields: record.fields.filter(([, value]) => value !== ''),
});

const begin = (line: number, type: string): RisRecord => ({
  line,
  type: oneLine(type).toUpperCase(),
  fields: [],
  length: 0,
});

/** Finds the records of a RIS file; one whose `ER` is missing ends where the next begins. */
export function* scanRis(text: string): Generator<RisRecord> {
  let record: RisRecord | undefined;
  let number = 0;
  for (const [line] of text.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)) {
    number += 1;
    const [, tag, value = ''] = TAGGED.exec(line.trim()) ?? [];
    if ((tag === 'TY' || tag === 'ER') && record !== undefined) {
      yield complete(record);
      record = undefined;
    }
    if (record !== undefined) record.length += line.length;
    if ((record?.length ?? 0) > MAX_ENTRY_LENGTH) continue;
    if (tag === 'TY') record = begin(number, value);
    else if (tag === undefined) continueField(record, oneLine(line));
    else record?.fields.push([tag, oneLine(value)]);
  }
  if (record !== undefined) yield complete(record);
}
