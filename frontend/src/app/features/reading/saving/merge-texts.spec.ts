import fc from 'fast-check';
import { mergeTexts } from './merge-texts';

const BASE = 'One.\n\nTwo.\n\nThree.';

describe('mergeTexts', () => {
  it('takes what only one has changed', () => {
    const merged = mergeTexts(
      BASE,
      'One, mine.\n\nTwo.\n\nThree.',
      'One.\n\nTwo.\n\nThree.\n\nFour.',
    );
    expect(merged).toEqual({ text: 'One, mine.\n\nTwo.\n\nThree.\n\nFour.', clashes: 0 });
  });

  it('keeps both wordings of what both have changed', () => {
    const merged = mergeTexts(BASE, 'One.\n\nMine.\n\nThree.', 'One.\n\nTheirs.\n\nThree.');
    expect(merged).toEqual({ text: 'One.\n\nTheirs.\n\nMine.\n\nThree.', clashes: 1 });
  });

  it('takes the same change once', () => {
    const same = 'One.\n\nNew.\n\nThree.';
    expect(mergeTexts(BASE, same, same)).toEqual({ text: same, clashes: 0 });
  });

  it('follows a deletion', () => {
    expect(mergeTexts(BASE, 'One.\n\nThree.', BASE).text).toBe('One.\n\nThree.');
  });

  it('loses no paragraph that either has written', () => {
    const text = fc
      .array(fc.stringMatching(/^[a-d]{1,2}$/), { maxLength: 8 })
      .map((paragraphs) => paragraphs.join('\n\n'));
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const merged = mergeTexts(base, mine, theirs).text.split('\n\n');
        const old = base.split('\n\n');
        for (const one of [...mine.split('\n\n'), ...theirs.split('\n\n')]) {
          if (one !== '' && !old.includes(one)) expect(merged).toContain(one);
        }
        expect(mergeTexts(base, mine, base).text).toBe(mine);
        expect(mergeTexts(base, base, theirs).text).toBe(theirs);
      }),
    );
  });
});
