import type { AiJob } from '../../../api/generated/models';
import type { Locale } from '../../../core/i18n/locale';
import type { ListColumn } from '../shared/list-column';

const who: ListColumn<AiJob> = { key: 'userEmail', text: ({ userEmail }) => userEmail };
const status: ListColumn<AiJob> = { key: 'status', value: ({ status }) => status };
const actions: ListColumn<AiJob> = { key: 'actions', only: 'screen' };

const sections = (locale: Locale): ListColumn<AiJob> => ({
  key: 'sections',
  text: ({ sectionsDone, sectionsTotal }) =>
    `${locale.number(sectionsDone)} / ${locale.number(sectionsTotal)}`,
  align: 'end',
});

export const jobColumns = (locale: Locale): ListColumn<AiJob>[] => [
  who,
  status,
  sections(locale),
  {
    key: 'tokensUsed',
    text: ({ tokensUsed }) => locale.number(tokensUsed),
    align: 'end',
    sort: 'tokensUsed',
  },
  {
    key: 'requestedAt',
    text: ({ requestedAt }) => locale.dateTime(requestedAt),
    sort: 'requestedAt',
  },
  actions,
];

export const stuckColumns = (locale: Locale): ListColumn<AiJob>[] => [
  who,
  status,
  sections(locale),
  { key: 'crashes', text: ({ crashes }) => locale.number(crashes), align: 'end' },
  {
    key: 'lastEventAt',
    text: ({ lastEventAt, requestedAt }) => locale.dateTime(lastEventAt ?? requestedAt),
    value: ({ lastEventAt }) => lastEventAt,
  },
  actions,
];
