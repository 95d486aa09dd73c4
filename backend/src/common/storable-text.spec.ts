import fc from 'fast-check';
import { unstorableText } from './storable-text';

const paths = (input: unknown) => unstorableText(input).map(({ path }) => path.join('/'));

describe('text that cannot be stored', () => {
  it.each(['\u0000', 'a\u0000b', '\ud800', 'a\udc00', '\udc00\ud800'])('is found: %j', (text) => {
    expect(paths(text)).toEqual(['']);
    expect(paths({ list: ['good', { title: text }] })).toEqual(['list/1/title']);
    expect(paths({ inner: { [text]: 1 } })).toEqual(['inner']);
  });

  it('is nothing else, whatever people write', () => {
    const good = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\u0000'));
    const input = fc.anything({ key: good, values: [good, fc.integer(), fc.boolean()] });
    fc.assert(
      fc.property(input, (value) => {
        expect(unstorableText(value)).toEqual([]);
      }),
    );
  });
});
