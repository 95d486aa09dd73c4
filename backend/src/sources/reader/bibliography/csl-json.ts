import { UnreadableFile } from '../reading';
import { type Entries, EntryError, MAX_ENTRIES } from './entry';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = 'The file is not valid JSON; it may be cut off. Export it again.';
    throw new UnreadableFile('DAMAGED', reason, { cause: error });
  }
}

/** An array of items, one item, or what Zotero's API answers: `{items: […]}`. */
function itemsOf(json: unknown): unknown[] {
  if (Array.isArray(json)) return json;
  if (isRecord(json) && Array.isArray(json['items'])) return json['items'];
  return [json];
}

function nameOf(item: unknown): string | null {
  if (!isRecord(item)) return null;
  const name = item['id'] ?? item['title'];
  return typeof name === 'string' || typeof name === 'number' ? String(name) : null;
}

/** What older exports, also of Zotero, call variables that CSL 1.0.2 names otherwise. */
const FORMER_NAMES: Readonly<Record<string, string>> = {
  event: 'event-title',
  journalAbbreviation: 'container-title-short',
  shortTitle: 'title-short',
};

function withPresentNames(item: Record<string, unknown>): Record<string, unknown> {
  const former = Object.entries(FORMER_NAMES).filter(([name]) => item[name] !== undefined);
  const renamed = former.map(([name, variable]) => [variable, item[name]] as const);
  return { ...Object.fromEntries(renamed), ...item };
}

/** @throws UnreadableFile when it is not JSON */
export function cslJsonEntries(text: string): Entries {
  const items = itemsOf(parse(text));
  const entries = items.slice(0, MAX_ENTRIES).map((item) => ({
    line: null,
    name: nameOf(item),
    read: () => {
      if (!isRecord(item))
        throw new EntryError('NOT_CSL', 'It is not an object with CSL variables.');
      return withPresentNames(item);
    },
  }));
  return { entries, omitted: items.length - entries.length };
}
