/** One who made a work, as a form shows it; an organisation has only `family`. */
export interface Creator {
  kind: 'person' | 'organisation';
  family: string;
  given: string;
}

export const newCreator = (kind: Creator['kind']): Creator => ({ kind, family: '', given: '' });

/** Reads a name as the API gives it: `Family, Given`; an organisation has no comma. */
export function toCreator(name: string): Creator {
  const comma = name.indexOf(',');
  if (comma < 0) return { kind: 'organisation', family: name, given: '' };
  return { kind: 'person', family: name.slice(0, comma), given: name.slice(comma + 1).trim() };
}

/** The name as the API takes it; empty where nothing was filled in. */
export function toName({ kind, family, given }: Creator): string {
  const parts = [family.trim(), ...(kind === 'person' ? [given.trim()] : [])];
  return parts.filter(Boolean).join(', ');
}
