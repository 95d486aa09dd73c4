import type { Rule } from '../../profile/formatting';
import type { Finding } from '../finding';
import { confidenceOf, findAll, has, words } from '../lexicon';
import type { Sentence } from '../sentence';
import { mentions, subjectAt } from '../subjects';

const NUMBER = '(\\d{1,3}(?:[ .,\\u00A0\\u202F’]\\d{3})+|\\d{1,6})';
const UNIT =
  '(pages?|сторін\\p{L}*|с\\.|стор\\.|pagine|cartelle|(?:Text)?[Ss]eiten|words|слів|слова|parole|W(?:ö|oe)rter\\p{L}*|Worte|characters|знак\\p{L}*|символ\\p{L}*|caratteri|battute|Zeichen)';
const QUANTITY = new RegExp(
  `(?<![\\p{L}\\d.,])(?:(?:between|від|tra(?: le| i)?|da|zwischen|von)\\s+)?${NUMBER}(?:\\s*(?:[-–—]|to|and|до|–|a|e(?: le)?|bis|und)\\s*${NUMBER})?\\s*(?:typed |printed |друкован\\p{L}* |тис\\.\\s?|друкованих |standard )*${UNIT}`,
  'giu',
);

const MOST = words(
  'exceed',
  'superare',
  'no more than',
  'not more than',
  'up to',
  'max(?:imum)?\\.?',
  'maxim~',
  'at most',
  'not be longer than',
  'limit~',
  'не (?:більше|перевищу~|має перевищувати)',
  'до',
  'максимум',
  'максимальн~',
  'non (?:superare|più di|superiore|oltre)',
  'al massimo',
  'massimo',
  'höchstens',
  'maximal~',
  'nicht (?:mehr als|überschreiten|länger als)',
  'überschreiten',
  'bis zu',
);
const LEAST = words(
  'at least',
  'no (?:fewer|less|shorter) than',
  'not (?:fewer|less) than',
  'min(?:imum)?\\.?',
  'minim~',
  'не менше',
  'щонайменше',
  'мінімум',
  'almeno',
  'non (?:meno di|inferiore)',
  'minimo',
  'mindestens',
  'wenigstens',
  'nicht weniger als',
);

/** `The length is 40 pages`, which is to be met as it stands. */
const EXACT =
  /(?<!\p{L})(?:length|обсяг\p{L}*|lunghezza|Umfang\p{L}*|Länge)(?:\s+(?!(?:about|around|approximately|близько|приблизно|circa|ca\.|etwa|ungefähr))[\p{L}’']+){0,6}\s*[:–—-]?\s*$/iu;

const PART = words(
  'paragraph~',
  'sentence~',
  'quot~',
  'keywords?',
  'ключов~',
  'title',
  'назв~',
  'titolo',
  'Titel',
  'line',
  'рядк~',
  'Zeile',
  'font',
  'day~',
  'section',
  'each',
  'кожн~',
);
const SUBJECT_OF_WHOLE = words(
  'thesis',
  'theses',
  'dissertation',
  'paper',
  'essay',
  'work',
  'report',
  'length',
  'обсяг~',
  'робот~',
  'tesi(?:na|ne)?',
  'relazione',
  'coursework',
  'elaborato',
  'lunghezza',
  'Umfang',
  '\\p{L}*[Aa]rbeit(?:en)?',
  'Abhandlung',
  'page limit',
  'dimensioni attese',
  'Länge',
  'body',
  'main text',
  'text',
);

const count = (text: string): number => Number(text.replace(/[ .,\u00A0\u202F’]/g, ''));

function ruleFor(unit: string, text: string): Extract<Rule, `length${string}`> {
  if (/^(?:page|стор|с\.|pagin|cartell|Seit|Texts)/iu.test(unit)) return 'lengthPages';
  if (/^(?:word|сл|parol|W)/iu.test(unit)) return 'lengthWords';
  const without =
    /(?:without|excluding|exclusive of|без|senza|spazi esclusi|ohne)\s+(?:spaces|blanks|пробіл|урахування пробіл|spazi|Leerzeichen)|spazi esclusi/iu;
  return without.test(text) ? 'lengthCharactersNoSpaces' : 'lengthCharacters';
}

/** An abstract of 250 words, or a chapter of ten pages, limits no thesis. */
function isOfWhole(sentence: Sentence, start: number, end: number): boolean {
  const subject = subjectAt(sentence, start, end);
  if (subject !== 'body' && subject !== 'bibliography' && subject !== 'appendix') return false;
  if (mentions(sentence.text.slice(0, start), 'abstract', 'introduction', 'chapter', 'titlePage'))
    return false;
  return !has(sentence.text.slice(Math.max(0, start - 40), start), PART);
}

/** `60 characters per line` says how wide a page is. */
const OF_EACH =
  /^\s*(?:per|pro|je|a|in|на|у|в)\s+(?:riga|line|Zeile|ряд\p{L}+|page|pagina|Seite|сторін\p{L}+)/iu;

/** `Pages: 60–80`. */
const LABELLED =
  /^(?:Pages|Length|Seiten(?:zahl|umfang)?|Pagine|Lunghezza|Сторінок|Обсяг)\s*:\s*(\d{2,3})\s?[-–]\s?(\d{2,3})(?=$|[\s.,;(])(?!\s*(?:words|Wörter|parole|слів))/iu;

/** `Limit for the number of pages = 30-50`. */
const COUNTED =
  /number of pages[^:=\d]{0,40}(?:[:=]|is|between)\s*(\d{2,3})\s?(?:[-–]|to|and)\s?(\d{2,3})(?!\d)/iu;

export function readLength(sentence: Sentence): Finding[] {
  const { text, topic } = sentence;
  const [, least, most] = LABELLED.exec(text) ?? COUNTED.exec(text) ?? [];
  if (least !== undefined && most !== undefined) {
    const value = { min: count(least), max: count(most) };
    return [{ rule: 'lengthPages', value, confidence: confidenceOf(text, 0.85) }];
  }
  if (!has(`${topic} ${text}`, SUBJECT_OF_WHOLE)) return [];
  return findAll(text, QUANTITY).flatMap(({ start, end, match }): Finding[] => {
    const [, first = '', second, unit = ''] = match;
    const thousand = /тис\./u.test(match[0]) ? 1000 : 1;
    if (!isOfWhole(sentence, start, end) || OF_EACH.test(text.slice(end))) return [];
    // `the work has at least:`, and the number right below
    const lead = start < 4 ? topic.slice(-30) : '';
    const before = lead + text.slice(Math.max(0, start - 45), start);
    const from = count(first) * thousand;
    if (from < 3) return [];
    const confidence = confidenceOf(text, 0.85);
    const rule = ruleFor(unit, text.slice(start, end + 40));
    if (second !== undefined)
      return [{ rule, value: { min: from, max: count(second) * thousand }, confidence }];
    if (has(before, LEAST)) return [{ rule, value: { min: from, max: null }, confidence }];
    const most =
      has(before, MOST) ||
      /[≤<]\s*$/u.test(before) ||
      /^\s*(?:maximum|max|nicht überschreiten)/iu.test(text.slice(end));
    if (most) return [{ rule, value: { min: null, max: from }, confidence }];
    return EXACT.test(text.slice(0, start))
      ? [{ rule, value: { min: from, max: from }, confidence }]
      : [];
  });
}
