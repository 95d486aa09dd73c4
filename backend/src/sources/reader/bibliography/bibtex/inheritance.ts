import type { Parsed } from './parsed';

/** A chapter takes facts from its book and that from its series, and no further. */
const MAX_DEPTH = 2;
/** Sets of shared fields that an entry may draw on, those of its sets included. */
const MAX_SETS = 20;

const textOf = ({ properties }: Parsed, field: string): string =>
  typeof properties[field] === 'string' ? properties[field] : '';

function without({ properties, ...entry }: Parsed, field: string): Parsed {
  const others = { ...properties };
  Reflect.deleteProperty(others, field);
  return { ...entry, properties: others };
}

type Labels = ReadonlyMap<string, Parsed>;

/** The entry with the fields of its `xdata` (BibLaTeX manual 3.13.6), none taken in twice. */
export function withShared(entry: Parsed, labels: Labels): Parsed {
  const properties: Record<string, unknown> = {};
  const seen = new Set<Parsed>();
  const queue = [entry];
  for (const source of queue) {
    if (seen.has(source) || seen.size > MAX_SETS) continue;
    seen.add(source);
    for (const [field, value] of Object.entries(source.properties)) properties[field] ??= value;
    const names = textOf(source, 'xdata').split(/\s*,\s*/);
    queue.push(...names.flatMap((name) => labels.get(name) ?? []));
  }
  return without({ ...entry, properties }, 'xdata');
}

/** The entry and those it refers to, without circles and long chains, which the library follows. */
export function withParents(entry: Parsed, labels: Labels): Parsed[] {
  const family = [entry];
  let parent = labels.get(textOf(entry, 'crossref'));
  while (parent !== undefined && family.length <= MAX_DEPTH && !family.includes(parent)) {
    family.push(parent);
    parent = labels.get(textOf(parent, 'crossref'));
  }
  const last = family.length - 1;
  const cut = (member: Parsed, index: number) =>
    index === last ? without(member, 'crossref') : member;
  return family.map(cut).map((member) => withShared(member, labels));
}
