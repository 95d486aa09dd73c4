import type {
  ActivityEvent,
  DocumentFacts,
  DocumentStats,
  DocumentSummary,
} from '../app/api/generated/models';
import { thesisRecord } from './records';

export const summaryRecord = (over: Partial<DocumentSummary> = {}): DocumentSummary => {
  const { outline: _, sections: __, ...summary } = thesisRecord();
  return { ...summary, ...over };
};

export const factsRecord = (over: Partial<DocumentFacts> = {}): DocumentFacts => ({
  documentId: 'd1',
  sources: 3,
  sections: 4,
  sectionsWritten: 1,
  estimatedPages: 2,
  tokensUsed: 0,
  paid: [],
  lastJob: null,
  ...over,
});

export const eventRecord = (over: Partial<ActivityEvent> = {}): ActivityEvent => ({
  kind: 'source_added',
  at: '2026-11-01T10:00:00.000Z',
  documentId: 'd1',
  documentTitle: 'How learning lasts',
  count: 1,
  ...{ subject: 'On silence', amount: null, currency: null },
  ...over,
});

export const statsRecord = (over: Partial<DocumentStats> = {}): DocumentStats => ({
  documents: {
    ...{ total: 3, archived: 1 },
    byStatus: { draft: 1, outlined: 0, generating: 1, completed: 1 },
  },
  ...{ words: 7000, estimatedPages: 20, sources: 44, citations: 80, exports: 2 },
  tokens: { today: 0, total: 0 },
  money: [],
  ...over,
});
