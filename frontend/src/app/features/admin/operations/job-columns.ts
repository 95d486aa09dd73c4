import type { AiJob } from '../../../api/generated/models';
import type { Locale } from '../../../core/i18n/locale';
import type { ListColumn } from '../shared/list-column';

const who: ListColumn<AiJob> = { key: 'userEmail', text: ({ userEmail }) => userEmail };
const status: ListColumn<AiJob> = { key: 'status', value: ({ status }) => status };
const actions: ListColumn<AiJob> = { key: 'actions', only: 'screen' };

const tokens = (locale: Locale): ListColumn<AiJob> => ({
  key: 'tokensUsed',
  text: ({ tokensUsed }) => locale.number(tokensUsed),
  value: ({ tokensUsed }) => tokensUsed,
  align: 'end',
  sort: 'tokensUsed',
});

const asked = (locale: Locale): ListColumn<AiJob> => ({
  key: 'requestedAt',
  text: ({ requestedAt }) => locale.dateTime(requestedAt),
  value: ({ requestedAt }) => requestedAt,
  sort: 'requestedAt',
});

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
  tokens(locale),
  asked(locale),
  actions,
];

export const stuckColumns = (locale: Locale): ListColumn<AiJob>[] => [
  who,
  status,
  sections(locale),
  tokens(locale),
  {
    key: 'crashes',
    text: ({ crashes }) => locale.number(crashes),
    value: ({ crashes }) => crashes,
    align: 'end',
    sort: 'crashes',
  },
  asked(locale),
  {
    key: 'lastEventAt',
    text: ({ lastEventAt, requestedAt }) => locale.dateTime(lastEventAt ?? requestedAt),
    value: ({ lastEventAt }) => lastEventAt,
  },
  actions,
];
