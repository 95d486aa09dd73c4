import type { DocumentFacts, DocumentSummary } from '../../../api/generated/models';
import type { BadgeTone } from '../../../ui/badge/badge';

/** A key of `documents.status` and how it is shown. */
export interface ShownStatus {
  key: string;
  tone: BadgeTone;
}

const TONES: Record<DocumentSummary['status'], BadgeTone> = {
  draft: 'plain',
  outlined: 'warn',
  generating: 'accent',
  completed: 'good',
};

/** What a job says of a document that is not written is nearer the truth than the document. */
export function shownStatus(
  { status }: DocumentSummary,
  facts: DocumentFacts | undefined,
): ShownStatus {
  const job = facts?.lastJob?.status;
  if (status === 'generating' && (job === 'queued' || job === 'paused')) {
    return { key: job, tone: 'warn' };
  }
  if ((status === 'draft' || status === 'outlined') && job === 'failed') {
    return { key: 'failed', tone: 'bad' };
  }
  return { key: status, tone: TONES[status] };
}

/** A key of `documents.next`; null while there is nothing to do but wait. */
export function nextStep(
  { status, archived }: DocumentSummary,
  facts: DocumentFacts | undefined,
): string | null {
  if (archived || facts === undefined) return null;
  switch (status) {
    case 'draft':
      return facts.sources === 0 ? 'sources' : 'outline';
    case 'outlined':
      return facts.sectionsWritten === 0 ? 'writing' : 'goOn';
    case 'generating':
      return null;
    case 'completed':
      return 'read';
  }
}

/** How many sections have text; null where there is no outline yet, and where all have. */
export function unfinished(facts: DocumentFacts | undefined) {
  if (facts === undefined || facts.sectionsWritten === facts.sections) return null;
  const { sections: all, sectionsWritten: sections } = facts;
  return { sections, all, percent: (100 * sections) / all };
}
