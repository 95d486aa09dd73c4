import type { DocumentLanguage } from '../../common';
import { hyphenBreaks } from './hyphenation';

const parted = (text: string, language: DocumentLanguage) => {
  const breaks = [0, ...hyphenBreaks(text, language), text.length];
  return breaks
    .slice(1)
    .map((end, index) => text.slice(breaks[index], end))
    .join('-');
};

describe('where words may end a line by halves', () => {
  it.each([
    ['en', 'understanding', 'un-der-stand-ing'],
    ['uk', 'дослідження', 'до-слі-дже-ння'],
    ['it', 'apprendimento', 'ap-pren-di-mento'],
    ['de', 'Wissenschaftler', 'Wis-sen-schaft-ler'],
    ['fr', 'développement', 'dé-ve-lop-pe-ment'],
    ['es', 'aprendizaje', 'apren-di-zaje'],
    ['cs', 'zapamatování', 'za-pa-ma-to-vání'],
  ] as const)('is known in the language %s', (language, word, expected) => {
    expect(parted(word, language)).toBe(expected);
  });

  it('leaves at least two letters before the hyphen and three after it', () => {
    expect(parted('observation', 'en').split('-').at(-1)!.length).toBeGreaterThanOrEqual(3);
    expect(hyphenBreaks('over', 'en')).toEqual([]);
  });

  it('keeps the marks around a word', () => {
    expect(parted('“understanding”, ', 'en')).toBe('“un-der-stand-ing”, ');
  });

  it.each(['UNESCO-rules', 'https://example.org/understanding', 'understanding2', 'UNDERSTANDING'])(
    'is nowhere in %s',
    (text) => {
      expect(hyphenBreaks(text, 'en')).toEqual([]);
    },
  );
});
