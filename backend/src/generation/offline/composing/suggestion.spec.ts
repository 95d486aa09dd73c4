import fc from 'fast-check';
import { citedPlaces } from '../../../citations';
import { shortenText } from './shorten-text';
import { tidyText } from './tidy-text';

describe('shortening without a model', () => {
  it('leaves out what cites nothing, and what is cited already', () => {
    const text =
      'This part looks at tests. Tests help learners [@a1, p. 3]. They do so for long [@a1, p. 3]. Sleep helps too [@b2].';
    expect(shortenText(text, 'en')).toBe('Tests help learners [@a1, p. 3]. Sleep helps too [@b2].');
  });

  it('keeps figures, quotations and the last sentence of a line', () => {
    const text = 'In 1990 it was 40 %. “So it is”, they said.\n\nAlone it stands.';
    expect(shortenText(text, 'en')).toBe(text);
  });

  it('takes asides where no sentence can go', () => {
    expect(shortenText('Tests (and quizzes) help [@a1].', 'en')).toBe('Tests help [@a1].');
  });

  it('never loses a citation, whatever the text', () => {
    const sentence = fc.constantFrom(
      ...['It is so [@a1].', 'Now this [@b2, p. 4; @a1].', 'Well then.', 'Of 40 many.'],
      ...['- An item [@b2].', '(An aside.) More.'],
    );
    const text = fc
      .array(fc.tuple(sentence, fc.constantFrom(' ', '\n\n')), { minLength: 1, maxLength: 12 })
      .map((parts) =>
        parts
          .map((part) => part.join(''))
          .join('')
          .trim(),
      );
    const cited = (markdown: string) =>
      new Set(
        citedPlaces(markdown, 'en').map(({ item }) => JSON.stringify([item.key, item.locator])),
      );
    fc.assert(
      fc.property(text, (markdown) => {
        expect(cited(shortenText(markdown, 'en'))).toEqual(cited(markdown));
      }),
    );
  });
});

describe('polishing without a model', () => {
  it.each([
    ['the the tests', 'the tests'],
    ['So it is , they  say .', 'So it is, they say.'],
    ['Tests help[@a1].', 'Tests help [@a1].'],
    ['Tests - they say - help...', 'Tests – they say – help…'],
    ['All is well, in 3.5 of 10 cases.', 'All is well, in 3.5 of 10 cases.'],
  ])('makes of “%s” “%s”', (text, tidy) => {
    expect(tidyText(text, 'en')).toBe(tidy);
  });

  it('knows French spaces', () => {
    expect(tidyText('Est-ce vrai ? Oui , bien sûr !', 'fr')).toBe('Est-ce vrai ? Oui, bien sûr !');
  });
});
