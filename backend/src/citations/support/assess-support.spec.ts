import fc from 'fast-check';
import { DOCUMENT_LANGUAGES } from '../../common';
import { SUPPORT_CASES } from '../../testing/citations/support-cases';
import { assessSupport, type SupportContext } from './assess-support';
import { lowerOf, SUPPORT_STATES, type SupportState } from './support-state';

const context = (changes: Partial<SupportContext> = {}): SupportContext => ({
  language: 'en',
  known: [],
  companions: [],
  ...changes,
});

const graded = DOCUMENT_LANGUAGES.flatMap((language) => {
  const { passage, cases } = SUPPORT_CASES[language];
  return cases.map(([expected, claim]) => {
    const { state, score } = assessSupport(claim, passage, context({ language }));
    return { language, expected, state, score, claim };
  });
});

const count = (expected: SupportState, state: SupportState): number =>
  graded.filter((one) => one.expected === expected && one.state === state).length;

const share = (expected: SupportState, state: SupportState): number =>
  count(expected, state) / graded.filter((one) => one.expected === expected).length;

function confusion(): string {
  const expected = ['supported', 'weak', 'unsupported'] as const;
  const cell = (text: string | number) => String(text).padStart(12);
  const head = ['by hand', ...SUPPORT_STATES].map(cell).join('');
  const rows = expected.map((row) =>
    [row, ...SUPPORT_STATES.map((column) => count(row, column))].map(cell).join(''),
  );
  return [head, ...rows].join('\n');
}

describe('the support of a sentence by its passage, beside the grades of a person', () => {
  it('is measured on at least 80 cases in all languages', () => {
    process.stdout.write(`\n${confusion()}\n`);
    expect(graded.length).toBeGreaterThanOrEqual(80);
  });

  it('is never seen where the passage does not speak of it', () => {
    const wrong = graded.filter(
      ({ expected, state }) => expected === 'unsupported' && state !== 'unsupported',
    );
    expect(wrong).toEqual([]);
  });

  it('is seen in full where a number, a name or the direction is another one hardly ever', () => {
    expect(share('weak', 'supported')).toBeLessThanOrEqual(0.06);
  });

  it('is not denied to what the passage says', () => {
    expect(count('supported', 'unsupported')).toBe(0);
    expect(share('supported', 'supported')).toBeGreaterThanOrEqual(0.9);
  });
});

describe('the support of a sentence', () => {
  it('is full for any sentence of the passage itself', () => {
    for (const language of DOCUMENT_LANGUAGES) {
      const { passage } = SUPPORT_CASES[language];
      for (const sentence of passage.split(/(?<=\.) /)) {
        expect(assessSupport(sentence, passage, context({ language })).state).toBe('supported');
      }
    }
  });

  it('cannot be told by words across languages', () => {
    const claim = 'Підкреслювання тексту не покращує запам’ятовування у студентів';
    const { passage } = SUPPORT_CASES.en;
    const { state, score } = assessSupport(claim, passage, context({ language: 'uk' }));
    expect({ state, score }).toEqual({ state: 'unchecked', score: null });
  });

  it('cannot be told of words that say nothing', () => {
    expect(assessSupport('The study shows this', 'Tests help.', context()).state).toBe('unchecked');
  });

  it('needs no passage for the authors and the year of the source', () => {
    const passage = 'Tests slow forgetting down after a delay.';
    const claim =
      'According to a study by Okonkwo and Ferreira from 2014, tests slow forgetting down';
    expect(assessSupport(claim, passage, context()).state).toBe('unsupported');
    const known = ['Okonkwo', 'Ferreira', '2014'];
    expect(assessSupport(claim, passage, context({ known })).state).toBe('supported');
  });

  it('is shared by sources that are cited together, unless one carries none of it', () => {
    const claim = 'Spaced practice helps recall, and worked examples help novices';
    const [spacing, examples, other] = [
      'Spaced practice leads to better recall.',
      'Worked examples help novices most.',
      'Ravens cache food in autumn.',
    ];
    const together = (passage: string, companions: string[]) =>
      assessSupport(claim, passage, context({ companions })).state;
    expect(together(spacing, [])).toBe('weak');
    expect(together(spacing, [examples])).toBe('supported');
    expect(together(examples, [spacing])).toBe('supported');
    expect(together(other, [spacing, examples])).toBe('unsupported');
  });

  it('knows one number in several spellings', () => {
    const passage = 'The sample had 12,500 pupils in four towns; 7.5 percent of them left.';
    for (const claim of ['The sample had 12 500 pupils', 'In 4 towns, 7,5 % of the pupils left']) {
      expect(assessSupport(claim, passage, context()).state).toBe('supported');
    }
    expect(assessSupport('The sample had 12,600 pupils', passage, context()).state).toBe('weak');
  });

  it('is a state and a share for any words, and never throws', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 200 });
    const languages = fc.constantFrom(...DOCUMENT_LANGUAGES);
    fc.assert(
      fc.property(text, text, fc.array(text), languages, (claim, passage, companions, language) => {
        const { state, score } = assessSupport(claim, passage, context({ language, companions }));
        expect(SUPPORT_STATES).toContain(state);
        expect(score === null).toBe(state === 'unchecked');
        expect(score ?? 0).toBeGreaterThanOrEqual(0);
        expect(score ?? 0).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('a second opinion', () => {
  it('lowers a state or leaves it, and makes nothing checked that was not', () => {
    const grades: readonly SupportState[] = ['supported', 'weak', 'unsupported'];
    for (const state of grades) {
      for (const opinion of grades) {
        const kept = lowerOf(state, opinion);
        expect(grades.indexOf(kept)).toBe(Math.max(grades.indexOf(state), grades.indexOf(opinion)));
      }
    }
    expect(lowerOf('weak', 'unchecked')).toBe('weak');
    expect(lowerOf('unchecked', 'supported')).toBe('unchecked');
    expect(lowerOf('unchecked', 'unsupported')).toBe('unsupported');
  });
});
