import { DOCUMENT_LANGUAGES, type DocumentLanguage } from '../../common';
import { KnownNames } from '../names/known-names';
import { uncitedClaims } from './uncited-claims';

const nothing = { isCarried: () => false };

const reasons = (markdown: string, language: DocumentLanguage = 'en') =>
  uncitedClaims(markdown, language, nothing).map(({ reason }) => reason);

const CLAIMS: Record<DocumentLanguage, readonly string[]> = {
  en: [
    'Studies have shown that sleep matters.',
    'Tests help more than rereading does.',
    'About 40 percent forget.',
  ],
  de: [
    'Studien zeigen, dass Schlaf hilft.',
    'Tests helfen mehr als Lesen.',
    'Etwa 40 Prozent vergessen.',
  ],
  fr: [
    'Des études montrent que le sommeil aide.',
    'Les tests aident plus que la relecture.',
    'Environ 40 pour cent oublient.',
  ],
  es: [
    'Los estudios demuestran que dormir ayuda.',
    'Los tests ayudan más que la relectura.',
    'El 40 por ciento olvida.',
  ],
  it: [
    'Gli studi dimostrano che il sonno aiuta.',
    'I test aiutano più della rilettura.',
    'Il 40 per cento dimentica.',
  ],
  uk: [
    'Дослідження показують, що сон допомагає.',
    'Тести допомагають краще, ніж читання.',
    'Близько 40 відсотків забувають.',
  ],
  cs: [
    'Výzkumy ukazují, že spánek pomáhá.',
    'Testy pomáhají více než čtení.',
    'Asi 40 procent zapomíná.',
  ],
};

describe('claims without a source', () => {
  it.each(DOCUMENT_LANGUAGES)('are found in %s', (language) => {
    const found = CLAIMS[language].map((claim) => reasons(claim, language));
    expect(found).toEqual([['research'], ['comparison'], ['percentage']]);
  });

  it.each([
    ['The school opened in 1987.', ['year']],
    ['It took 45 minutes.', ['number']],
    ['It took 45 minutes [@doe2020].', []],
    ['It took 45 minutes. [@doe2020] The next is free.', []],
    ['Chapter 2 turns to memory; section 3.1 follows.', []],
    ['### Results of 2019', []],
    ['This is worth a thought.', []],
    ['There are two reasons: (1) time and (2) effort.', []],
    ['1. First point\n2. Second point', []],
  ])('%s', (markdown, expected) => {
    expect(reasons(markdown)).toEqual(expected);
  });

  it('have a place and their words', () => {
    const markdown = 'A plain start. It took *45* minutes. More [@doe2020].';
    expect(uncitedClaims(markdown, 'en', nothing)).toEqual([
      { start: 15, end: 36, text: 'It took *45* minutes.', reason: 'number', next: [0] },
    ]);
  });

  it('are carried by the next citation of their paragraph where its passage says so', () => {
    const markdown =
      'It took 45 minutes. Then it ended [@a; @b].\n\nIt took 50 minutes.\n\nMore [@c].';
    const asked: [string, number][] = [];
    const isCarried = (sentence: string, ordinal: number) => {
      asked.push([sentence, ordinal]);
      return ordinal === 1;
    };
    const found = uncitedClaims(markdown, 'en', { isCarried });
    expect(found.map(({ text }) => text)).toEqual(['It took 50 minutes.']);
    expect(asked).toEqual([
      ['It took 45 minutes.', 0],
      ['It took 45 minutes.', 1],
    ]);
  });

  it('are those of somebody who is in no source, too', () => {
    const markdown =
      'According to Smithers, it helps. Doe argues that it does. *Smithers* argues that it does ' +
      'not [@doe2020]. As Roe writes, it may. Smithers and Doe went home.';
    const names = new KnownNames(['Doe'], ['What Roe said.'], 'en');
    const found = uncitedClaims(markdown, 'en', { ...nothing, names });
    expect(found.map(({ text, reason }) => [text, reason])).toEqual([
      ['According to Smithers, it helps.', 'attribution'],
    ]);
    expect(uncitedClaims(markdown, 'en', nothing)).toEqual([]);
  });
});
