import { TestBed } from '@angular/core/testing';
import { provideEnglish } from '../../../testing/providers';
import { chooseLanguage } from './languages';
import { Locale } from './locale';

describe('Locale', () => {
  let locale: Locale;

  beforeEach(() => {
    localStorage.clear();
    TestBed.configureTestingModule({ providers: provideEnglish() });
    locale = TestBed.inject(Locale);
  });

  it('marks the page with its language and remembers the choice', () => {
    locale.choose('uk');
    expect(document.documentElement.lang).toBe('uk');
    expect(localStorage.getItem('tesigo.language')).toBe('uk');
  });

  it('takes the plural form of the language', () => {
    expect([1, 2].map((n) => locale.plural('words', n))).toEqual(['words.one', 'words.other']);
    locale.choose('uk');
    expect([1, 3, 7, 21].map((n) => locale.plural('words', n))).toEqual([
      'words.one',
      'words.few',
      'words.many',
      'words.one',
    ]);
  });

  it('says how long ago, and the date when that is long ago', () => {
    const now = Date.parse('2026-11-23T12:00:00Z');
    expect(locale.ago('2026-11-23T11:55:00Z', now)).toBe('5 minutes ago');
    expect(locale.ago('2026-11-22T12:00:00Z', now)).toBe('yesterday');
    expect(locale.ago('2026-10-01T12:00:00Z', now)).toContain('2026');
  });

  it.each([
    [70, '1 minute', '1 хвилина'],
    [4 * 60, '4 minutes', '4 хвилини'],
    [7 * 60, '7 minutes', '7 хвилин'],
    [9000, '2.5 hours', '2,5 години'],
  ])('says %d seconds as one would', (seconds, english, ukrainian) => {
    expect(locale.duration(seconds)).toBe(english);
    locale.choose('uk');
    expect(locale.duration(seconds)).toBe(ukrainian);
  });

  it.each([
    [1250, 'EUR', '€12.50', '12,50 €'],
    [-60, 'EUR', '−€0.60', '−0,60 €'],
    [1250, 'JPY', '¥1,250', '1250 JPY'],
    [1250, 'KWD', 'KWD 1.250', '1,250 KWD'],
    [125_000, 'HUF', 'HUF 1,250.00', '1250,00 HUF'],
  ])('writes %d of the minor unit of %s as %s', (amount, currency, english, italian) => {
    const plain = (text: string) => text.replace(/\s/g, ' ');
    expect(plain(locale.money(amount, currency))).toBe(english);
    locale.choose('it');
    expect(plain(locale.money(amount, currency))).toBe(italian);
  });

  it.each([
    [0, '0.1 kB'],
    [1536, '1.5 kB'],
    [268_123, '262 kB'],
    [5_500_000, '5.2 MB'],
  ])('gives %d bytes as %s', (bytes, text) => {
    expect(locale.fileSize(bytes)).toBe(text);
  });
});

describe('chooseLanguage', () => {
  it('takes the first wish that the interface has', () => {
    expect(chooseLanguage([null, 'de-AT', 'uk-UA', 'it'])).toBe('uk');
    expect(chooseLanguage(['fr'])).toBe('en');
  });
});
