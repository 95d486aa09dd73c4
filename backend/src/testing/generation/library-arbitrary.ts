import fc from 'fast-check';
import type { DocumentLanguage } from '../../common';
import { DOCUMENT_LANGUAGES } from '../../common';
import type { SectionTask } from '../../generation/tasks/section-task';
import {
  type SourceBrief,
  TASK_VERSION,
  type TaskPassage,
} from '../../generation/tasks/task-parts';

const WORDS: Partial<Record<DocumentLanguage, string>> = {
  en: 'memory practice retrieval students learning teachers strong delayed feedback spacing mixed examples problem knowledge durable classroom attention effort recall rehearsal transfer',
  uk: 'пам’ять навчання студенти викладачі знання повторення приклади увага зусилля відтворення мотивація оцінювання тривале короткочасна практика задача',
  de: 'Gedächtnis Übung Abruf Studierende Lernen Lehrkräfte Rückmeldung Beispiele Wissen Aufmerksamkeit Anstrengung Wiederholung Übertragung dauerhaft gemischt',
};

export const languages = fc.constantFrom(...DOCUMENT_LANGUAGES);

const vocabularyOf = (language: DocumentLanguage): string[] =>
  (WORDS[language] ?? WORDS.en ?? '').split(' ');

const capitalised = (text: string): string => (text[0] ?? '').toUpperCase() + text.slice(1);

/**
 * A sentence that could stand in a source: no meaning, but the shape. Many words of its own, since one
 * of few says less than what introduces it.
 */
const sentence = (language: DocumentLanguage) => {
  const word = fc.constantFrom(...vocabularyOf(language));
  return fc
    .tuple(
      fc.uniqueArray(word, { minLength: 10, maxLength: 13 }),
      fc.array(word, { maxLength: 10 }),
    )
    .map(([own, more]) => `${capitalised([...own, ...more].join(' '))}.`);
};

const passage = (language: DocumentLanguage, keys: string[]): fc.Arbitrary<TaskPassage> =>
  fc.record({
    key: fc.constantFrom(...keys),
    page: fc.option(fc.integer({ min: 1, max: 400 })),
    kind: fc.constantFrom('fulltext', 'abstract', 'annotation'),
    text: fc
      .array(sentence(language), { minLength: 1, maxLength: 6 })
      .map((sentences) => sentences.join(' ')),
  });

const source = (language: DocumentLanguage, key: string): fc.Arbitrary<SourceBrief> =>
  fc.record({
    key: fc.constant(key),
    authors: fc.array(fc.constantFrom('Roediger', 'Karpicke', 'van Merriënboer', 'Ковальчук'), {
      maxLength: 4,
    }),
    year: fc.option(fc.integer({ min: 1880, max: 2026 })),
    title: sentence(language).map((text) => text.slice(0, -1)),
    keywords: fc.array(fc.constantFrom(...vocabularyOf(language)), { maxLength: 4 }),
  });

interface Library {
  language: DocumentLanguage;
  sources: SourceBrief[];
  passages: TaskPassage[];
}

/** A library in one language: well-formed sources, and passages of all kinds. */
export const library: fc.Arbitrary<Library> = fc
  .record({ language: languages, size: fc.integer({ min: 1, max: 12 }) })
  .chain(({ language, size }) => {
    const keys = Array.from({ length: size }, (_, index) => `source${String(2000 + index)}`);
    return fc.record({
      language: fc.constant(language),
      sources: fc.tuple(...keys.map((key) => source(language, key))),
      passages: fc.array(passage(language, keys), { minLength: 1, maxLength: 40 }),
    });
  });

/** A task to write one section of a small document from a library. */
export const sectionTask: fc.Arbitrary<SectionTask> = fc
  .record({
    library,
    role: fc.constantFrom('introduction', 'body', 'conclusion'),
    targetWords: fc.integer({ min: 60, max: 900 }),
    used: fc.nat({ max: 5 }),
  })
  .map(({ library: { language, sources, passages }, role, targetWords, used }) => {
    const [first = '', second = '', third = ''] = vocabularyOf(language);
    const keys = sources.map(({ key }) => key);
    const entry = (number: string, title: string) => ({
      number,
      title,
      level: 1,
      targetWords,
      sourceKeys: keys,
    });
    const number = { introduction: '1', body: '2', conclusion: '3' }[role];
    return {
      version: TASK_VERSION,
      kind: 'section',
      language,
      document: { title: `${first} ${second}`, topic: third, type: 'essay', requirements: '' },
      outline: [entry('1', first), entry('2', second), entry('3', third)],
      section: { number, title: second, role, keyPoints: [first, third], targetWords },
      earlier: [],
      sources,
      passages,
      used: passages.slice(0, used).flatMap(({ text }) => text.split(/(?<=\.) /)),
    };
  });
