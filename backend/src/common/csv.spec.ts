import fc from 'fast-check';
import { toCsv } from './csv';

describe('a file for spreadsheets', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '  =1+1', '\r=1', '|calc', '＝1+1'])(
    'runs nothing: %j',
    (text) => {
      expect(
        toCsv([[text]])
          .replace(/^"/, '')
          .startsWith("'"),
      ).toBe(true);
    },
  );

  it('keeps plain texts and numbers as they are', () => {
    expect(toCsv([['sales', -5, '12.50', 'a "b", c']])).toBe('sales,-5,12.50,"a ""b"", c"\r\n');
  });

  it('has no cell that begins like a formula, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(toCsv([[text]])).not.toMatch(/^"?\s*[=+\-@|%]/);
      }),
    );
  });
});
