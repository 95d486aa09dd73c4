import { DOCUMENT_LANGUAGES } from '../../../common';
import { phrasesOf } from './index';

const NAME = 'NAME';
const PLACEHOLDERS = /NAME|WORK|TITLE/g;

describe.each(DOCUMENT_LANGUAGES)('the connecting text in %s', (language) => {
  const phrases = phrasesOf(language);
  const { introduction, conclusion } = phrases;

  const lists: Record<string, string[]> = {
    firstTheme: phrases.firstTheme.map((phrase) => phrase(NAME)),
    furtherTheme: phrases.furtherTheme.map((phrase) => phrase(NAME)),
    onward: phrases.onward.map((phrase) => phrase(NAME)),
    authorLeads: phrases.authorLeads.flatMap((phrase) => [phrase(NAME, true), phrase(NAME, false)]),
    workLeads: phrases.workLeads.map((phrase) => phrase(NAME, true, 'WORK')),
    organisation: introduction.organisation.map((phrase) => phrase('NAME', 'TITLE')),
    chapters: conclusion.chapters.map((phrase) => phrase('NAME', 'TITLE')),
  };

  it('names what it announces, in whole sentences', () => {
    for (const sentence of Object.values(lists).flat()) {
      expect(sentence).toContain(NAME);
      expect(sentence).toMatch(/^\S.*\.$/u);
    }
  });

  it('asks what the sources say, as a question', () => {
    const question = phrases.researchQuestion(NAME);
    expect(question).toContain(NAME);
    expect(question).toMatch(/\?$/u);
  });

  it('leads to quotations with a colon', () => {
    const leads = phrases.quotationLeads.map((phrase) => phrase(NAME, true));
    for (const lead of [...leads, ...phrases.furtherQuotation]) expect(lead).toMatch(/:$/u);
  });

  it('states no facts of its own: no numbers, no names', () => {
    for (const sentence of Object.values(lists).flat()) {
      const words = sentence.replace(PLACEHOLDERS, '').split(' ').slice(1).join(' ');
      expect(words).not.toMatch(/\d/);
      if (language !== 'de') expect(words).not.toMatch(/(?<![.:—] )\p{Lu}\p{Ll}+/u);
    }
  });

  it('has enough variety that neighbours sound different', () => {
    expect(new Set(lists['firstTheme']).size).toBeGreaterThanOrEqual(6);
    expect(new Set(lists['furtherTheme']).size).toBeGreaterThanOrEqual(8);
    expect(new Set(lists['authorLeads']).size).toBeGreaterThanOrEqual(5);
    for (const list of Object.values(lists)) expect(list.length).toBeGreaterThanOrEqual(3);
  });
});
