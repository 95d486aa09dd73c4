import { countIn, replacedIn } from './find-in-texts';

const query = (text: string, matchCase = false) => ({ text, matchCase });

describe('finding and replacing in a stored text', () => {
  it('leaves citations, formulas and all other text as they are', () => {
    const markdown = 'Recall [@recall2006] is *recall*.\n\n\n* $recall$ stays _so_\n* a re\\*call';
    expect(countIn(markdown, query('recall'))).toBe(2);
    expect(replacedIn(markdown, query('recall'), 'memory')).toBe(
      'memory [@recall2006] is *memory*.\n\n\n* $recall$ stays _so_\n* a re\\*call',
    );
  });

  it('can tell capitals apart', () => {
    expect(countIn('Recall, recall', query('recall', true))).toBe(1);
    expect(replacedIn('Recall, recall', query('recall', true), 'x')).toBe('Recall, x');
  });

  it('finds words over marks and line ends', () => {
    expect(countIn('spaced *re*call\nof it', query('recall of'))).toBe(1);
  });

  it('finds nothing for nothing, and takes out what is replaced by nothing', () => {
    expect(countIn('text', query(''))).toBe(0);
    expect(replacedIn('so very much', query(' very'), '')).toBe('so much');
  });
});
