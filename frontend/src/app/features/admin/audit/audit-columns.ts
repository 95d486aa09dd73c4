import type { AuditEntry } from '../../../api/generated/models';
import type { Locale } from '../../../core/i18n/locale';
import type { ListColumn } from '../shared/list-column';

export const auditColumns = (locale: Locale): ListColumn<AuditEntry>[] => [
  { key: 'at', text: ({ at }) => locale.dateTime(at), value: ({ at }) => at, sort: 'at' },
  { key: 'action', value: ({ action }) => action },
  { key: 'details', value: ({ details }) => JSON.stringify(details) },
  { key: 'actor', value: ({ actorId }) => actorId },
  { key: 'subject', value: ({ subjectId }) => subjectId },
  { key: 'address', text: ({ address }) => address ?? '—' },
  { key: 'requestId', text: ({ requestId }) => requestId ?? '', only: 'file' },
  { key: 'id', text: ({ id }) => id, only: 'file' },
];
