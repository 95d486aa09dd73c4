import type { Locale } from '../../../core/i18n/locale';
import type { ListColumn } from './list-column';

/** One change of things that have names, as it stands in a history. */
export interface Change {
  id: string;
  version: number;
  /** By name; null: as it was before anybody changed it. */
  before: object;
  after: object;
  changedBy: string;
  changedAt: string;
  undoes: string | null;
}

/** Says in words what was changed. */
export interface ChangeWords {
  readonly names: readonly string[];
  name(name: string): string;
  value(values: object, name: string): string;
}

export const historyColumns = <Entry extends Change>(
  locale: Locale,
  words: ChangeWords,
): ListColumn<Entry>[] => [
  {
    key: 'changedAt',
    text: ({ changedAt }) => locale.dateTime(changedAt),
    value: ({ changedAt }) => changedAt,
    sort: 'changedAt',
  },
  {
    key: 'what',
    value: ({ before, after }) =>
      words.names
        .filter((name) => name in after)
        .map((name) => `${name}: ${words.value(before, name)} → ${words.value(after, name)}`)
        .join('; '),
  },
  { key: 'changedBy', value: ({ changedBy }) => changedBy },
  { key: 'version', text: ({ version }) => String(version), only: 'file' },
  { key: 'actions', only: 'screen' },
];
