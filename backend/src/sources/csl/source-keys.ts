import type { DocumentLanguage } from '../../common';
import { creatorsOf, yearOf } from './bibliographic-facts';
import { plainText } from './clean-text';
import type { CslItem } from './csl-item';
import { languageOf } from './language';
import { transliterate } from './transliterate';

const MAX_NAME = 24;
const TITLE_WORDS = 3;

/** `b`, `c`, … `z`, `aa`, …: the second work of an author and year, the third, and so on. */
function letters(ordinal: number): string {
  const last = String.fromCharCode('a'.charCodeAt(0) + (ordinal % 26));
  return ordinal < 26 ? last : letters(Math.floor(ordinal / 26) - 1) + last;
}

function titleWords(title: string, language: DocumentLanguage): string {
  const words = transliterate(plainText(title, 300), language).split(' ');
  const telling = words.filter((word) => word.length > 3);
  const chosen = (telling.length > 0 ? telling : words).slice(0, TITLE_WORDS).join('');
  return chosen.slice(0, MAX_NAME);
}

/** `roediger2006`; without an author from words of the title, without a year without it. */
export function keyStem(item: CslItem, documentLanguage: DocumentLanguage): string {
  const language = languageOf(item) ?? documentLanguage;
  const [first] = creatorsOf(item);
  const surname = transliterate(first?.family ?? first?.literal ?? '', language);
  const name = surname.replaceAll(' ', '').slice(0, MAX_NAME);
  const year = yearOf(item);
  const base =
    (name || titleWords(item.title ?? '', language)) + String(year ?? '').replace('-', '');
  return /^[a-z]/.test(base) ? base : `source${base}`;
}

/** Gives out keys that are unique in a document; keys once given never change. */
export class SourceKeys {
  private readonly taken: Set<string>;
  /** How far each base has been counted, so that a thousand clashes cost no million look-ups. */
  private readonly counted = new Map<string, number>();

  constructor(
    taken: Iterable<string>,
    private readonly language: DocumentLanguage,
  ) {
    this.taken = new Set(taken);
  }

  next(item: CslItem): string {
    const base = keyStem(item, this.language);
    let ordinal = this.counted.get(base) ?? 0;
    let key = base;
    while (this.taken.has(key)) {
      ordinal += 1;
      key = base + letters(ordinal);
    }
    this.counted.set(base, ordinal);
    this.taken.add(key);
    return key;
  }
}
