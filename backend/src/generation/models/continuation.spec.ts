import fc from 'fast-check';
import { continuing, joined, wholePart } from './continuation';

const sentence = fc
  .array(
    fc.constantFrom('tests', 'help', 'see', 'p.', '12', 'memory', '[@a2020, p. 3]', '*well*'),
    {
      minLength: 4,
      maxLength: 12,
    },
  )
  .map((words) => `All ${words.join(' ')} last.`);

const prose = fc
  .array(fc.tuple(sentence, fc.constantFrom(' ', ' ', '\n\n')), { minLength: 4, maxLength: 12 })
  .map((parts) =>
    parts
      .map((part) => part.join(''))
      .join('')
      .trim(),
  );

const cutProse = prose.chain((text) =>
  fc.integer({ min: 0, max: text.length - 1 }).map((at) => ({ text, before: text.slice(0, at) })),
);

describe('what is whole of an answer that broke off', () => {
  it.each([
    ['One is whole. Two is not', 'One is whole. '],
    ['A paragraph.\n\nAnother one.\n\nA third', 'A paragraph.\n\nAnother one.\n\n'],
    ['It is shown [@a2020, p. 3]. More [@b2021, p. ', 'It is shown [@a2020, p. 3]. '],
    ['Nothing is whole', ''],
    ['', ''],
  ])('%j', (text, whole) => {
    expect(wholePart(text, 'en')).toBe(whole);
  });

  it('is a beginning of it that cuts no citation', () => {
    fc.assert(
      fc.property(cutProse, ({ before }) => {
        const whole = wholePart(before, 'en');
        expect(before.startsWith(whole)).toBe(true);
        expect(whole.split('[').length).toBe(whole.split(']').length);
        expect(whole).toMatch(/^$|[.]\s*$/);
      }),
    );
  });
});

describe('an answer in two parts', () => {
  it('is the whole one, whatever the model repeats of it', () => {
    fc.assert(
      fc.property(cutProse, fc.nat(200), fc.boolean(), ({ text, before }, again, anew) => {
        const whole = wholePart(before, 'en');
        const rest = text.slice(whole.length);
        const repeated = again < 20 ? '' : whole.trimEnd().slice(-again);
        const seam = repeated === '' ? '' : whole.slice(whole.trimEnd().length);
        const after = anew && whole.length > 60 ? text : repeated + seam + rest;
        expect(joined(whole, after)).toBe(text);
      }),
    );
  });

  it('stays what it was where nothing more comes', () => {
    expect(joined('One is whole. ', ' \n')).toBe('One is whole.');
  });
});

it('a conversation without a begun answer is as it was', () => {
  const messages = [{ role: 'user' as const, content: 'A question.' }];
  expect(continuing(messages, '')).toBe(messages);
});
