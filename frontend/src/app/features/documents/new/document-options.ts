import type { CreateDocument } from '../../../api/generated/models';

export const DOCUMENT_LANGUAGES = ['en', 'uk', 'it', 'de', 'fr', 'es', 'cs'] as const;

export const DOCUMENT_TYPES = [
  'essay',
  'term_paper',
  'bachelor_thesis',
  'master_thesis',
  'doctoral_thesis',
] as const;

/** What a page target usually is for such a work, offered when the type is chosen. */
export const USUAL_PAGES: Record<CreateDocument['type'], number> = {
  essay: 6,
  term_paper: 20,
  bachelor_thesis: 40,
  master_thesis: 70,
  doctoral_thesis: 180,
};
