import { acceptedRules, textForModel } from './second-reader';

const PARAGRAPHS = [
  { text: 'The left margin\nis 3 cm.', page: 4 },
  { text: 'Use Arial.', page: 5 },
];

describe('what a language model reads', () => {
  it('counts only with its words in the text, and with a value that the rule can have', async () => {
    const found = [
      { rule: 'marginLeft', value: 30, quotation: 'The left margin is 3 cm.' },
      { rule: 'marginRight', value: 30, quotation: 'The right margin is 3 cm.' },
      { rule: 'font', value: 'Comic Sans', quotation: 'Use Arial.' },
      { rule: 'colour', value: 'red', quotation: 'Use Arial.' },
    ];
    expect(await acceptedRules(found, PARAGRAPHS)).toEqual([
      {
        ...{ rule: 'marginLeft', value: 30, confidence: 0.6, page: 4, origin: 'model' },
        quote: 'The left margin is 3 cm.',
      },
    ]);
  });

  it('is the part of a long text in which rules stand', async () => {
    const filler = Array.from({ length: 2000 }, (_, index) => ({
      ...{ text: `Nothing of note ${String(index)} `.repeat(4), page: 1 },
    }));
    const text = await textForModel(
      [...filler, ...PARAGRAPHS],
      [
        {
          rule: 'font',
          value: 'Arial',
          confidence: 1,
          page: 5,
          origin: 'rules',
          quote: 'Use Arial.',
        },
      ],
    );
    expect(text.length).toBeLessThanOrEqual(60_000);
    expect(text).toContain('Use Arial.');
  });
});
