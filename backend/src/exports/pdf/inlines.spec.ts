import { layoutOf } from '../typography/layout';
import { inlineNodes, textNodes } from './inlines';

const layout = layoutOf({}, 'en');

describe('the runs of a text in the PDF', () => {
  it('leave the full stop after words from right to left to the sentence around them', () => {
    const texts = inlineNodes([{ text: 'It is שלום עולם. And then.', italic: true }], layout);
    expect(texts.map(({ text }) => text)).toEqual(['It is ', 'שלום עולם', '. And then.']);
    expect(texts.every(({ italics }) => italics === true)).toBe(true);
  });

  it('may be hyphenated where they are words of the text, and not in citations', () => {
    const nodes = textNodes(
      [{ text: 'As said ' }, { text: '(Roediger, 2006)', cited: true }],
      layout,
    );
    expect(nodes.map((node) => 'hyphenated' in node)).toEqual([true, false]);
  });
});
