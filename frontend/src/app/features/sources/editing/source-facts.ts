import type { Source, SourceEdit } from '../../../api/generated/models';
import { type Creator, toCreator, toName } from './creator';

/** What the form shows of a source: every fact a text, empty where it is not known. */
export interface SourceFacts {
  type: string;
  title: string;
  creators: readonly Creator[];
  year: string;
  container: string;
  volume: string;
  issue: string;
  pages: string;
  edition: string;
  publisher: string;
  place: string;
  doi: string;
  url: string;
  language: string;
  mandatory: boolean;
}

/** Facts that are a line of text each and may be missing. */
export const LINES = [
  'container',
  'volume',
  'issue',
  'pages',
  'edition',
  'publisher',
  'place',
  'doi',
  'url',
  'language',
] as const;

export function toFacts(source: Source): SourceFacts {
  const lines = LINES.map((line) => [line, source[line] ?? '']);
  return {
    ...(Object.fromEntries(lines) as Record<(typeof LINES)[number], string>),
    type: source.type,
    title: source.title,
    creators: source.names.map(toCreator),
    year: String(source.year ?? ''),
    mandatory: source.mandatory,
  };
}

const namesOf = ({ creators }: SourceFacts): string[] =>
  creators.map(toName).filter((name) => name !== '');

const orNull = (text: string): string | null => text.trim() || null;

/** The edit that makes the source say what the form says: only what was changed, and so maybe {}. */
export function editOf(source: Source, facts: SourceFacts): SourceEdit {
  const before = toFacts(source);
  const edit: SourceEdit = {};
  const names = namesOf(facts);
  if (facts.type !== before.type) edit.type = facts.type as NonNullable<SourceEdit['type']>;
  if (facts.title.trim() !== before.title) edit.title = facts.title.trim();
  if (names.join('\n') !== source.names.join('\n')) edit.authors = names;
  if (facts.year.trim() !== before.year) edit.year = facts.year.trim() ? Number(facts.year) : null;
  for (const line of LINES) {
    if (facts[line].trim() !== before[line]) edit[line] = orNull(facts[line]);
  }
  if (facts.mandatory !== before.mandatory) edit.mandatory = facts.mandatory;
  return edit;
}
