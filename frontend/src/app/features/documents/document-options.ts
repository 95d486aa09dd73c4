import type { CreateDocument } from '../../api/generated/models';

export const DOCUMENT_LANGUAGES = ['en', 'uk', 'it', 'de', 'fr', 'es', 'cs'] as const;

export const DOCUMENT_TYPES = [
  'essay',
  'term_paper',
  'bachelor_thesis',
  'master_thesis',
  'doctoral_thesis',
] as const;

/** Proper names, the same in every language, with a citation as the style prints it. */
export const CITATION_STYLES: readonly {
  value: CreateDocument['citationStyle'];
  name: string;
  example: string;
}[] = [
  { value: 'apa', name: 'APA', example: '(Baddeley, 2012, p. 4)' },
  { value: 'mla', name: 'MLA', example: '(Baddeley 4)' },
  { value: 'chicago_author_date', name: 'Chicago', example: '(Baddeley 2012, 4)' },
  { value: 'chicago_notes', name: 'Chicago, notes', example: '¹' },
  { value: 'harvard', name: 'Harvard', example: '(Baddeley, 2012, p. 4)' },
  { value: 'ieee', name: 'IEEE', example: '[1, p. 4]' },
  { value: 'vancouver', name: 'Vancouver', example: '(1)' },
  { value: 'iso690', name: 'ISO 690', example: '(Baddeley 2012, p. 4)' },
  { value: 'iso690_it', name: 'ISO 690, note a piè di pagina', example: '¹' },
  { value: 'dstu8302', name: 'ДСТУ 8302:2015', example: '[1, с. 4]' },
  { value: 'gost', name: 'ГОСТ Р 7.0.5–2008', example: '[1, с. 4]' },
];

/** What a page target usually is for such a work, offered when the type is chosen. */
export const USUAL_PAGES: Record<CreateDocument['type'], number> = {
  essay: 6,
  term_paper: 20,
  bachelor_thesis: 40,
  master_thesis: 70,
  doctoral_thesis: 180,
};
