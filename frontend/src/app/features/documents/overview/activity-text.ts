import type { ActivityEvent } from '../../../api/generated/models';
import type { Locale } from '../../../core/i18n/locale';
import type { IconName } from '../../../ui/icon/icon-paths';

type Kind = ActivityEvent['kind'];

/** A text of `documents.activity` with what fills its blanks. */
export interface ActivityText {
  key: string;
  blanks: Record<string, string>;
}

export const ACTIVITY_ICONS: Record<Kind, IconName> = {
  document_created: 'file',
  outline_made: 'menu',
  section_written: 'quote',
  section_edited: 'edit',
  job_completed: 'check',
  job_failed: 'warning',
  job_cancelled: 'stop',
  source_added: 'book',
  exported: 'download',
  paid: 'check',
};

const COUNTED: readonly Kind[] = ['section_written', 'section_edited', 'source_added'];

/** What happened, in words: one thing by its name, several by their number. */
export function activityText(event: ActivityEvent, locale: Locale): ActivityText {
  const { kind, count, subject, amount, currency } = event;
  if (COUNTED.includes(kind)) {
    return subject === null
      ? { key: locale.plural(`${kind}.several`, count), blanks: { n: locale.number(count) } }
      : { key: `${kind}.one`, blanks: { subject } };
  }
  if (kind === 'exported') return { key: kind, blanks: { format: formatName(subject) } };
  if (kind === 'paid') {
    return { key: kind, blanks: { sum: locale.money(amount ?? 0, currency ?? 'EUR') } };
  }
  return { key: kind, blanks: {} };
}

const FORMATS: Record<string, string> = { docx: 'Word', pdf: 'PDF', md: 'Markdown' };

const formatName = (format: string | null): string => FORMATS[format ?? ''] ?? format ?? '';
