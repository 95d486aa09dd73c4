import type { CheckedText } from '../../checks/text-check';
import { ownWords } from '../../citations';
import type { DocumentLanguage } from '../../common';
import type { Document, OutlineSection } from '../../documents';
import { NO_LIMITS, type WordLimits } from '../../generation';
import { countWords } from '../../documents/count-words';

const FIELDS = {
  id: 'd',
  title: 'T',
  topic: 'Learning',
  type: 'essay',
  targetPages: 5,
  citationStyle: 'apa',
  additionalRequirements: '',
  status: 'outlined',
  archived: false,
  version: 1,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
} as const;

const entry = (id: string, at: number, targetWords: number): OutlineSection => ({
  ...{ id, number: String(at + 1), title: `Section ${String(at + 1)}`, level: 1, role: 'body' },
  ...{ keyPoints: [], targetWords, sourceKeys: [] },
});

/** A document of these sections, as checks are given it; a section's id is `s1`, `s2` …. */
export function checkedText(
  contents: readonly string[],
  options: {
    language?: DocumentLanguage;
    targetWords?: number;
    document?: Partial<Document>;
    limits?: WordLimits;
  } = {},
): CheckedText {
  const { language = 'en', targetWords = 100 } = options;
  const sections = contents.map((content, at) => ({
    ...{ id: `s${String(at + 1)}`, title: `Section ${String(at + 1)}`, content, version: 1 },
    ...{ status: 'written' as const, wordCount: countWords(content), writer: null },
  }));
  const outline = {
    researchQuestion: null,
    sections: sections.map(({ id }, at) => entry(id, at, targetWords)),
  };
  const wordCount = sections.reduce((sum, section) => sum + section.wordCount, 0);
  return {
    ownerId: 'o',
    document: { ...FIELDS, language, wordCount, outline, sections, ...options.document },
    sections: sections
      .filter(({ content }) => content !== '')
      .map((section) => ({ ...section, own: ownWords(section.content) })),
    sources: [],
    limits: options.limits ?? NO_LIMITS,
  };
}
