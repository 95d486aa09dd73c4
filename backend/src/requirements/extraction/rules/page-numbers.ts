import type { PAGE_NUMBER_POSITIONS } from '../../profile/vocabulary';
import type { Finding } from '../finding';
import { confidenceOf, firstNamed, has, type Named, words } from '../lexicon';
import type { Sentence } from '../sentence';

const NUMBERS = words(
  'page numbers?',
  'pagination',
  'paginat~',
  'pages? (?:are|is|must be|should be|shall be)? ?(?:consecutively )?numbered',
  'pages? numbering',
  'counts? as (?:the first page|page)',
  'number~ (?:of )?(?:the )?pages?',
  'нумерац~ сторінок',
  'нумеру~',
  'номер~ сторін~',
  'номери?',
  'numer[oi] d(?:i|ella|elle) pagin[ae]',
  'numerazione',
  'pagine (?:sono|vanno|devono essere) numerate',
  'Seiten(?:zahl|nummer|nummerierung)~',
  'Paginierung~',
  'paginier~',
  'Seiten .{0,30}nummerier~',
);

const HIGH = words(
  'top',
  'upper',
  'header',
  'head',
  'верхн~',
  'вгорі',
  'угорі',
  'зверху',
  'in alto',
  'superiore',
  'oben',
  'obere[nr]?',
  'Kopfzeile',
);
const LOW = words(
  'bottom',
  'lower',
  'footer',
  'foot',
  'нижн~',
  'внизу',
  'унизу',
  'знизу',
  'in basso',
  'inferiore',
  'piè di pagina',
  'unten',
  'untere[nr]?',
  'Fu(?:ß|ss)zeile',
);
const CENTRE = words(
  'cent(?:ered|red|er|re|rally)',
  'middle',
  'посередині',
  'по центру',
  'центр~',
  'al centro',
  'centrat[oiae]',
  'mittig',
  'zentriert',
  'Mitte',
);
const RIGHT = words('right(?:-hand)?', 'прав~', 'праворуч', 'destra', 'rechts', 'rechte[nr]?');
const LEFT = words('left(?:-hand)?', 'лів~', 'ліворуч', 'sinistra', 'links');

const HEIGHTS: Named<'top' | 'bottom'> = [
  ['top', HIGH],
  ['bottom', LOW],
];
const SIDES: Named<'center' | 'right' | 'left'> = [
  ['center', CENTRE],
  ['right', RIGHT],
  ['left', LEFT],
];

/** A sentence that names all four sides speaks of margins. */
const isOfMargins = (text: string) => [HIGH, LOW, LEFT, RIGHT].every((side) => has(text, side));

function readPosition({ text }: Sentence): Finding[] {
  if (isOfMargins(text)) return [];
  const height = firstNamed(text, HEIGHTS);
  const side = firstNamed(text, SIDES);
  if (height === undefined || side === undefined) return [];
  const value = `${height}_${side}` satisfies (typeof PAGE_NUMBER_POSITIONS)[number];
  return [{ rule: 'pageNumberPosition', value, confidence: confidenceOf(text, 0.9) }];
}

const TITLE = words(
  'title[- ]page',
  'cover~',
  'титульн~',
  'перш~ сторін~',
  'frontespizio',
  'copertina',
  'Titelblatt~',
  'Deckblatt~',
  'Titelseite~',
  'first page',
);
const NOT_SHOWN = words(
  'not (?:shown|printed|numbered|carry|bear|display~|show|appear)',
  'no (?:page )?(?:number~|pagination)',
  'not (?:put|place|print|show|include) (?:a )?(?:page )?number~',
  'without (?:a )?(?:page )?number',
  'unnumbered',
  'suppressed',
  'omit~',
  'except',
  'не (?:ставлять|ставиться|проставля~|нумеру~|друку~|вказу~|зазнача~)',
  'non (?:va |vanno |è |deve )?(?:essere )?(?:numerat~|riporta~|compar~|indicat~)',
  'esclus[oa]',
  'nicht (?:nummeriert|angezeigt|gezählt|gedruckt|abgedruckt|angegeben|ausgewiesen)',
  'keine (?:Seitenzahl|Nummer|Paginierung)~',
  'ohne (?:Seitenzahl|Nummer)~',
  'без номера',
  'außer',
  'nicht sichtbar',
  'ad esclusione',
  "do(?:es)?n['’]t have",
);
const FROM_BODY = words(
  '(?:start|begin|commenc)~(?:[^.;]{0,80})? (?:with|from|on|at|in) (?:the )?(?:first page of the )?(?:introduction|first chapter|main text|body|text)',
  '(?:починаючи|починається|почина~|проставля~|ставлять) (?:\\p{L}+ ){0,3}(?:зі|з|із|від) (?:\\p{L}+ ){0,2}(?:вступу|другого розділу|сторінки вступу)',
  "(?:a partire |inizia~ |parte |decorre )(?:\\p{L}+ )?dall['’]introduzione",
  '(?:a partire |inizia~ |parte |decorre |comincia~ )(?:\\p{L}+ )?dalla prima pagina d(?:i|el) testo',
  "(?:prima pagina numerata è l|numerazione dall)['’]introduzione",
  'beginn~(?:[^.;]{0,80})? (?:mit|ab|bei|auf) (?:der |dem )?(?:ersten Seite der )?(?:Einleitung|Einführung|Textteil~)',
  'ab der (?:Einleitung|Einführung)',
);

const AFTER_TITLE = words(
  '(?:start|begin|commenc)~(?:[^.;]{0,40})? after (?:the|your) (?:title|cover)(?: page)?',
  'почина~(?:[^.;]{0,40})? після титульн~',
  '(?:inizia|comincia)~(?:[^.;]{0,40})? dopo (?:il frontespizio|la copertina)',
  'beginn~(?:[^.;]{0,40})? nach dem (?:Titelblatt|Deckblatt)',
);

/** Contents without a number are the last thing before the body. */
const BUT_CONTENTS =
  /(?:except|excluding|ad esclusione|esclus[oaie]|tranne|außer|крім|за винятком)\s[^.;]{0,90}[\s’'](?:contents|indice|sommario|Inhaltsverzeichnis|зміст)/iu;

function readFrom({ text }: Sentence): Finding[] {
  if (has(text, FROM_BODY) || BUT_CONTENTS.test(text)) {
    return [{ rule: 'pageNumbersFrom', value: 'body', confidence: confidenceOf(text, 0.75) }];
  }
  if (has(text, AFTER_TITLE) || (has(text, TITLE) && has(text, NOT_SHOWN))) {
    return [
      { rule: 'pageNumbersFrom', value: 'after_title_page', confidence: confidenceOf(text, 0.85) },
    ];
  }
  const shown =
    /(?:title page|first page|титульн\p{L}*|frontespizio|Titelblatt)[^.]{0,40}(?:included|incl\.|inclusive|compreso|inklusive|eingeschlossen)|(?:on (?:all|every) pages?|su tutte le pagine|auf allen Seiten|на (?:всіх|усіх) сторінках)|includ\p{L}+ the title page|numbered from the title page|every page, including/iu;
  return shown.test(text)
    ? [{ rule: 'pageNumbersFrom', value: 'title_page', confidence: 0.8 }]
    : [];
}

const ROMAN = words(
  'roman (?:numer~|number~|figures?)',
  '(?<!New )(?<!Times )roman(?=\\s*(?:[,;.)]|$))',
  'римськ~',
  'numer[oi] romani',
  'numerazione romana',
  'cifre romane',
  'in romano',
  'römisch~',
);
const FRONT = words(
  'front ?matter',
  'preliminar~',
  'prefatory',
  'preced~',
  'before',
  'contents',
  'abstract',
  'lists?',
  'передн~',
  'зміст~',
  'анотаці~',
  'до вступу',
  'preliminari',
  'inizial[ei]',
  'indic[ei]',
  'sommario',
  'Verzeichnis~',
  'Vorspann',
  'Vorwort',
  'preface',
  'prefazione',
  'передмов~',
  'außerhalb',
  'outside',
  'vorangestellt~',
  'vor dem (?:Textteil|Hauptteil|Text)',
  'vor der Einleitung',
  'Titelei',
  'Inhaltsverzeichnis~',
);

function readRoman({ text, topic }: Sentence): Finding[] {
  if (!has(text, ROMAN) || !has(`${topic} ${text}`, FRONT)) return [];
  return [{ rule: 'frontMatterNumbers', value: 'roman', confidence: confidenceOf(text, 0.85) }];
}

export function readPageNumbers(sentence: Sentence): Finding[] {
  if (has(sentence.text, ROMAN)) {
    return [...readRoman(sentence), ...(has(sentence.text, NUMBERS) ? readPosition(sentence) : [])];
  }
  if (!has(sentence.text, NUMBERS) && !has(sentence.topic, NUMBERS)) return [];
  return [...readPosition(sentence), ...readFrom(sentence)];
}
