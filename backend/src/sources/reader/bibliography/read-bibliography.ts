import type { DocumentLanguage } from '../../../common';
import { cleanItem } from '../../csl/clean-item';
import { plainText } from '../../csl/clean-text';
import type { CslItem } from '../../csl/csl-item';
import { earnTime } from '../../../sandbox/limit-resources';
import type { Reading, RefusedEntry, SourceFileKind } from '../reading';
import { UnreadableFile } from '../reading';
import { bibtexEntries } from './bibtex/bibtex';
import { cslJsonEntries } from './csl-json';
import { type Entries, type Entry, EntryError } from './entry';
import { risEntries } from './ris/ris';
import { titled } from './titled';
import { toDraft } from './to-draft';

type BibliographyKind = Exclude<SourceFileKind, 'pdf' | 'docx'>;

const READERS: Record<BibliographyKind, (text: string) => Entries> = {
  bibtex: bibtexEntries,
  ris: risEntries,
  'csl-json': cslJsonEntries,
};

const MAX_NAME = 200;

/** Several times what reading and indexing an entry takes. */
const TIME_OF_ENTRY_MS = 2;

/** @throws EntryError */
function entryItem(entry: Entry, language: DocumentLanguage): CslItem {
  const csl = titled(cleanItem(entry.read()), language);
  if (csl.title === undefined) throw new EntryError('NO_TITLE', 'It has no title.');
  return csl;
}

function toRefused({ line, name }: Entry, error: unknown): RefusedEntry {
  if (!(error instanceof EntryError)) throw error;
  const entry = name === null ? null : plainText(name, MAX_NAME);
  const { code, at, message: reason } = error;
  return { line, entry, code, at, count: null, reason };
}

function refusedForNumber(taken: number, omitted: number): RefusedEntry[] {
  if (omitted === 0) return [];
  const reason =
    `Only the first ${String(taken)} entries were taken; ${String(omitted)} more were left out. ` +
    'Add them in files of their own.';
  return [{ line: null, entry: null, code: 'LEFT_OUT', at: null, count: omitted, reason }];
}

/**
 * Reads every entry that can be read and says of each other why not.
 * @throws UnreadableFile when there is nothing in it to read
 */
export function readBibliography(
  text: string,
  kind: BibliographyKind,
  language: DocumentLanguage,
): Reading {
  const { entries, omitted } = READERS[kind](text);
  if (entries.length === 0) {
    throw new UnreadableFile('NO_REFERENCES', 'There are no references in the file.');
  }
  const reading: Reading = { drafts: [], refused: refusedForNumber(entries.length, omitted) };
  for (const entry of entries) {
    try {
      reading.drafts.push({ ...toDraft(entryItem(entry, language), language), line: entry.line });
    } catch (error) {
      reading.refused.push(toRefused(entry, error));
    }
    earnTime(TIME_OF_ENTRY_MS);
  }
  return reading;
}
