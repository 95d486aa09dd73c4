import { offsetAt, positionAt } from './markdown-places';
import { StoredMarkdown } from './stored-markdown';

const TEXTS: [string, string][] = [
  ['a paragraph', 'One two. Three [@a1, p. 2] four. Five *six* seven.'],
  ['several', 'One.\n\n\nTwo **three** four.\n\n> Five six.'],
  ['lists', '- one two\n- three [@a1] four'],
  ['other marks', 'One _two_ three.\n\n* four five\n* six'],
];

describe('places of the Markdown in the editor', () => {
  it.each(TEXTS)('are found in %s, at each word, and back', (_, markdown) => {
    const stored = new StoredMarkdown(markdown);
    for (const { index, 0: word } of markdown.matchAll(/(?<![@\p{L}])\p{L}{3,}(?!\d)/gu)) {
      const position = positionAt(stored, stored.doc, index);
      expect(position).not.toBeNull();
      const from = position ?? 0;
      expect(stored.doc.textBetween(from, from + word.length)).toBe(word);
      const back = offsetAt(stored, stored.doc, from + 1);
      expect(Math.abs(back - (index + 1))).toBeLessThanOrEqual(2);
    }
  });

  it('tells of a place that is within something', () => {
    const stored = new StoredMarkdown('One [@a1, p. 2] two.');
    expect(positionAt(stored, stored.doc, 'One [@a'.length)).toBeNull();
    expect(positionAt(stored, stored.doc, 1000)).toBeNull();
  });
});
