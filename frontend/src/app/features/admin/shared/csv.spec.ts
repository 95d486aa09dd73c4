import { csvOf } from './csv';

describe('csvOf', () => {
  it('has a line for each row, and nothing where nothing is known', () => {
    expect(csvOf([['a', 1, null], ['b']])).toBe('\uFEFFa,1,\r\nb\r\n');
  });

  it('puts what would divide cells or lines between quotes', () => {
    expect(csvOf([['a,b', 'say "x"', 'two\nlines']])).toBe(
      '\uFEFF"a,b","say ""x""","two\nlines"\r\n',
    );
  });

  it.each(['=1+1', '+1', '-1', '@sum', ' =1', '\t=1', '|x', '＝1'])(
    'has no formula of %j',
    (text) => {
      expect(csvOf([[text]])).toContain(`'${text}`);
    },
  );

  it('leaves numbers as they are', () => {
    expect(csvOf([[-1.5]])).toBe('\uFEFF-1.5\r\n');
  });
});
