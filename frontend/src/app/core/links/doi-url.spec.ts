import { doiUrl } from './doi-url';

describe('doiUrl', () => {
  it.each([
    ['10.1000/182', 'https://doi.org/10.1000/182'],
    ['10.1016/0022-2836(81)90087-5', 'https://doi.org/10.1016/0022-2836(81)90087-5'],
    ['10.1000/a#b?c', 'https://doi.org/10.1000/a%23b%3Fc'],
    ['10.1002/(SICI)1<2:A>3', 'https://doi.org/10.1002/(SICI)1%3C2:A%3E3'],
  ])('leads %s to %s', (doi, url) => {
    expect(doiUrl(doi)).toBe(url);
    expect(decodeURIComponent(new URL(doiUrl(doi)).pathname)).toBe(`/${doi}`);
  });
});
