import { countWords } from './count-words';

describe('countWords', () => {
  it.each([
    ['', 0],
    ['Two words.', 2],
    ['A claim [@doe2020, p. 12] stands.', 3],
    ['well-known, don’t, 3.5', 3],
    ['# **Мова** та *право* — це', 4],
  ])('counts %j as %i', (markdown, words) => {
    expect(countWords(markdown)).toBe(words);
  });
});
