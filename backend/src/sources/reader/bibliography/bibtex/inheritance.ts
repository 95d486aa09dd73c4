import type { Parsed } from './parsed';

/** A chapter takes facts from its book and that from its series, and no further. */
const MAX_DEPTH = 2;
/** Sets of shared fields that an entry may draw on, those of its sets included. */
const MAX_SETS = 20;

/** Characters that an entry may take over from others, so that a long one does not multiply. */
const MAX_INHERITED = 20_000;

/**
 * What says something of the whole only: a chapter with the number of its book would be taken for
 * that, and the book’s abstract for what the chapter says.
 */
const OF_THE_WHOLE = new Set([
  ...['abstract', 'annotation', 'annote', 'doi', 'eprint', 'eprinttype', 'file', 'keywords'],
  ...['note', 'pages', 'pagetotal', 'pmid', 'pmcid', 'shorttitle', 'url', 'urldate'],
]);

const textOf = ({ properties }: Parsed, field: string): string =>
  typeof properties[field] === 'string' ? properties[field] : '';

function without({ properties, ...entry }: Parsed, field: string): Parsed {
  const others = { ...properties };
  Reflect.deleteProperty(others, field);
  return { ...entry, properties: others };
}

type Labels = ReadonlyMap<string, Parsed>;

/** Says of one value after the other whether there is still room for it. */
function roomFor(): (value: unknown) => boolean {
  let room = MAX_INHERITED;
  return (value) => {
    const { length } = String(value);
    if (length > room) return false;
    room -= length;
    return true;
  };
}

/** The fields that another entry takes over. */
function inheritable({ properties, ...entry }: Parsed): Parsed {
  const hasRoom = roomFor();
  const fields = Object.entries(properties).filter(
    ([name, value]) => !OF_THE_WHOLE.has(name) && hasRoom(value),
  );
  return { ...entry, properties: Object.fromEntries(fields) };
}

/** The entry with the fields of its `xdata` (BibLaTeX manual 3.13.6), none taken in twice. */
export function withShared(entry: Parsed, labels: Labels): Parsed {
  const properties: Record<string, unknown> = { ...entry.properties };
  const hasRoom = roomFor();
  const seen = new Set<Parsed>();
  const queue = [entry];
  for (const source of queue) {
    if (seen.has(source) || seen.size > MAX_SETS) continue;
    seen.add(source);
    for (const [name, value] of Object.entries(source.properties)) {
      if (properties[name] === undefined && hasRoom(value)) properties[name] = value;
    }
    const names = textOf(source, 'xdata').split(/\s*,\s*/);
    queue.push(...names.flatMap((name) => labels.get(name) ?? []));
  }
  return without({ ...entry, properties }, 'xdata');
}

const PARTS = /^(?:in(?!stitution)|bookinbook|supp|article|conference)/;
const WHOLES = /^(?:book|collection|reference|proceedings)$/;

/** What the title of a parent is to its child: of the book, of the work in volumes, the journal. */
function prefixFor(child: string, parent: string): string {
  if (parent.startsWith('mv')) return child.startsWith('mv') ? '' : 'main';
  if (!PARTS.test(child)) return '';
  if (parent === 'periodical') return 'journal';
  return WHOLES.test(parent) ? 'book' : '';
}

const TITLES = ['title', 'subtitle', 'titleaddon'];

/** A parent's fields as its child takes them over (BibLaTeX manual, appendix B). */
function inherited(child: Parsed, parent: Parsed): Record<string, unknown> {
  const { properties } = inheritable(parent);
  const prefix = prefixFor(child.type, parent.type);
  const fields = Object.entries(properties).map(([name, value]) => [
    prefix !== '' && TITLES.includes(name) ? prefix + name : name,
    value,
  ]);
  const all = Object.fromEntries(fields) as Record<string, unknown>;
  if (prefix === 'book' && all['author'] !== undefined) all['bookauthor'] ??= all['author'];
  return all;
}

/**
 * The entry with what it inherits from the one that it refers to, and from that one's parent.
 * Citation.js would do so too, but fails for a book without authors and runs in circles.
 */
export function withInherited(entry: Parsed, labels: Labels, depth = MAX_DEPTH): Parsed {
  const own = withShared(entry, labels);
  const parent = labels.get(textOf(own, 'crossref'));
  const alone = without(own, 'crossref');
  if (parent === undefined || parent === entry || depth === 0) return alone;
  const properties = inherited(alone, withInherited(parent, labels, depth - 1));
  return { ...alone, properties: { ...properties, ...alone.properties } };
}
