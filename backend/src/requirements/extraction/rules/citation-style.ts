import type { CitationStyle } from '../../../citations';
import type { Finding } from '../finding';
import { confidenceOf, words, has } from '../lexicon';
import type { Sentence } from '../sentence';

const STYLES: readonly (readonly [CitationStyle, RegExp])[] = [
  ['apa', words('APA', 'American Psychological Association')],
  ['mla', words('MLA', 'Modern Language Association')],
  ['chicago_notes', words('Chicago[^.]{0,40}notes?', 'notes and bibliography')],
  ['chicago_author_date', words('Chicago', 'Turabian')],
  ['harvard', words('Harvard')],
  ['ieee', words('IEEE')],
  ['vancouver', words('Vancouver')],
  ['dstu8302', words('(?:ДСТУ|DSTU)(?: (?:ГОСТ|GOST))? 8302')],
  ['gost', words('ДСТУ ГОСТ 7\\.1', 'ГОСТ 7\\.(?:1|0\\.5)')],
  ['iso690', words('(?:DIN )?(?:EN )?ISO[- ]690~?')],
];

const CITING = words(
  'style',
  'cit~',
  'referenc~',
  'bibliograph~',
  'format',
  'стил~',
  'посилан~',
  'джерел~',
  'бібліограф~',
  'stile',
  'bibliograf~',
  'not[ae]',
  'Zitier~',
  'Zitat~',
  'zitier~',
  'Quellen~',
  'Literatur~',
  'System',
);

const AND_SO_ON = /(?<!\p{L})(?:etc|usw|ecc)\.|тощо/u;

export function readCitationStyle({ text, topic }: Sentence): Finding[] {
  if (!has(text, CITING) && !has(topic, CITING)) return [];
  const [named, ...others] = STYLES.filter(([, pattern]) => has(text, pattern));
  // `Harvard, APA, Chicago, etc.` leaves it open
  if (others.length > 0 && AND_SO_ON.test(text)) return [];
  return named === undefined
    ? []
    : [{ rule: 'citationStyle', value: named[0], confidence: confidenceOf(text, 0.85) }];
}
