import anyAscii from 'any-ascii';
import type { DocumentLanguage } from '../../common';

/** Where Ukraine's romanisation (Cabinet of Ministers, resolution 55 of 2010) differs from others. */
const UKRAINIAN: Readonly<Record<string, string>> = {
  г: 'h',
  ґ: 'g',
  є: 'ie',
  ж: 'zh',
  и: 'y',
  і: 'i',
  ї: 'i',
  й: 'i',
  х: 'kh',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ю: 'iu',
  я: 'ia',
  ь: '',
};
const AT_START: Readonly<Record<string, string>> = { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' };

function romaniseUkrainian(word: string): string {
  return word
    .replaceAll('зг', 'zgh')
    .replace(/^[єїйюя]/, (letter) => AT_START[letter] ?? letter)
    .replace(/[а-яєіїґ]/g, (letter) => UKRAINIAN[letter] ?? letter);
}

/** Lower-case ASCII letters and digits for a text in any script. */
export function transliterate(text: string, language: DocumentLanguage): string {
  const lower = text.normalize('NFC').toLowerCase();
  const words = language === 'uk' ? lower.split(/\s+/).map(romaniseUkrainian) : [lower];
  return anyAscii(words.join(' '))
    .toLowerCase()
    .replace(/[^a-z0-9 ]/g, '');
}
