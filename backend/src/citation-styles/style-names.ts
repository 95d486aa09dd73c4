import type { CitationStyle } from '../citations';
import type { CitationStyleItem } from './dto/citation-styles';

export const STYLE_NAMES: Record<CitationStyle, Pick<CitationStyleItem, 'title' | 'kind'>> = {
  apa: { title: 'APA 7', kind: 'author-date' },
  mla: { title: 'MLA 9', kind: 'author' },
  chicago_author_date: { title: 'Chicago 17', kind: 'author-date' },
  chicago_notes: { title: 'Chicago 17', kind: 'note' },
  harvard: { title: 'Harvard (Cite Them Right)', kind: 'author-date' },
  ieee: { title: 'IEEE', kind: 'numeric' },
  vancouver: { title: 'Vancouver', kind: 'numeric' },
  iso690: { title: 'ISO 690', kind: 'author-date' },
  iso690_it: { title: 'UNI ISO 690', kind: 'note' },
  dstu8302: { title: 'ДСТУ 8302:2015', kind: 'numeric' },
  gost: { title: 'ГОСТ Р 7.0.5–2008', kind: 'numeric' },
};
