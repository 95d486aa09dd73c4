import fc from 'fast-check';
import { inlineText, plainText } from './clean-text';

describe('plainText', () => {
  it.each([
    ['Sleep &amp; memory', 'Sleep & memory'],
    ['Learning <script>alert(1)</script>to <b>learn</b>', 'Learning to learn'],
    ['<jats:p>An abstract.</jats:p>', 'An abstract.'],
    ['One\n  two\tthree\u0000four', 'One two three four'],
    ['p < 0.05 and n > 30', 'p < 0.05 and n > 30'],
    ['re\u00adtrieval \u202etxet', 'retrieval txet'],
    ['Cafe\u0301', 'Café'],
    ['Пам’ять і навчання', 'Пам’ять і навчання'],
  ])('cleans %j', (dirty, clean) => {
    expect(plainText(dirty, 100)).toBe(clean);
  });

  it('cuts at the limit without leaving half a character', () => {
    expect(plainText('ab😀', 3)).toBe('ab');
  });
});

describe('inlineText', () => {
  it.each([
    ['The <i>E. coli</i> genome', 'The <i>E. coli</i> genome'],
    ['H<SUB>2</SUB>O <em>now</em>', 'H<sub>2</sub>O now'],
    ['An <i>unclosed tag', 'An <i>unclosed tag</i>'],
    ['Wrong</i> order', 'Wrong order'],
    [
      '<span class="nocase">DNA</span> <span onclick="x()">y</span>',
      '<span class="nocase">DNA</span> y',
    ],
    ['<i onmouseover="x()">a</i>', '<i>a</i>'],
  ])('keeps only what CSL allows: %j', (dirty, clean) => {
    expect(inlineText(dirty, 200)).toBe(clean);
  });

  it('closes whatever it leaves open', () => {
    const piece = fc.constantFrom(
      '<i>',
      '</i>',
      '<b>',
      '</b>',
      '<span class="nocase">',
      '</span>',
      '<p>',
      'x ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const clean = inlineText(pieces.join(''), 1000);
        for (const tag of ['i', 'b', 'span']) {
          const opened = clean.split(new RegExp(`<${tag}[ >]`)).length;
          expect(clean.split(`</${tag}>`)).toHaveLength(opened);
        }
      }),
    );
  });
});
