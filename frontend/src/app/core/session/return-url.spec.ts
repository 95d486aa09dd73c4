import { safeReturnUrl } from './return-url';

describe('safeReturnUrl', () => {
  it('keeps a path of this site', () => {
    expect(safeReturnUrl('/documents/1/text?a=1#s')).toBe('/documents/1/text?a=1#s');
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '',
    null,
    undefined,
  ])('replaces %p by the documents', (wish) => {
    expect(safeReturnUrl(wish)).toBe('/documents');
  });
});
