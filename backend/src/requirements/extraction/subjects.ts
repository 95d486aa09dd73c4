import { findAll, type Found, has, words } from './lexicon';
import type { Sentence } from './sentence';

/** What a statement about type can be about. */
const SUBJECTS = {
  footnote: words(
    'foot-?notes?',
    'endnotes?',
    'notes',
    'виноск~',
    'посторінков~ прим~',
    'note a pi[eè] di pagina',
    'note',
    'Fu(?:ß|ss)note~',
  ),
  chapter: words(
    'chapters?(?: headings?| titles?)?',
    'main headings?',
    'first[- ]level headings?',
    'level[- ](?:1|one)',
    'розділ~',
    'перш~ рівня',
    'titol[oi] dei capitoli',
    'intestazion[ei] (?:del|dei) capitol[oi]',
    'capitol[oi]',
    'Kapitel~',
    'Hauptüberschrift~',
    'erste[rn]? Ebene',
  ),
  heading: words(
    '(?:sub-?)?headings?',
    'titles of (?:sub)?sections',
    'sub-?sections?',
    'заголов~',
    'підрозділ~',
    'titol[oi](?! della)',
    'titoletti',
    '(?:sotto)?paragrafi',
    'sottoparagrafo',
    'titol[oi] del (?:sotto)?paragrafo',
    'paragrafo (?:va|è|deve essere) numerato',
    'Überschrift~',
    'Unterkapitel~',
    'Unterüberschrift~',
  ),
  figure: words(
    'figures?',
    'illustrations?',
    'graphs?',
    'charts?',
    'diagrams?',
    'рисун~',
    'ілюстрац~',
    'графік~',
    'діаграм~',
    'figur[ae]',
    'immagin[ei]',
    'grafici',
    'Abbildung(?:en)?',
    'Bild(?:er|ern)?',
    'Grafik(?:en)?',
    'Diagramm(?:e|en)?',
  ),
  table: words('tables?', 'таблиц~', 'tabell[ae]', 'Tabellen?'),
  caption: words(
    'captions?',
    'підпис~',
    'didascali[ae]',
    'Beschriftung~',
    '(?:Bild|Abbildungs)unterschrift~',
  ),
  quotation: words(
    '(?:block|long|longer|indented|displayed) quot~',
    'quotations',
    'цитат~',
    'citazioni',
    'Blockzitat~',
    '(?:lange|längere)[rn]? Zitat~',
    'Zitate',
  ),
  bibliography: words(
    'bibliograph~',
    'references?',
    'reference list',
    'works cited',
    'список~ (?:використан~|літератур~)',
    'bibliografi[ae]',
    'Literaturverzeichnis~',
    'Quellenverzeichnis~',
  ),
  abstract: words(
    'abstracts?',
    'summary',
    'анотаці~',
    'реферат~',
    'riassunto',
    'sommario',
    'Zusammenfassung',
    'Kurzfassung',
  ),
  introduction: words(
    'introduction',
    'conclusions?',
    'вступ~',
    'висновк~',
    'introduzione',
    'conclusion[ei]',
    'Einleitung',
    'Fazit',
  ),
  appendix: words('appendi~', 'annex~', 'додат~', 'allegat[oi]', 'Anhang', 'Anhänge~'),
  titlePage: words(
    'title[- ]page',
    'cover(?: page)?',
    'титульн~',
    'frontespizio',
    'copertina',
    'Titelblatt~',
    'Deckblatt~',
    'Titelseite~',
  ),
  running: words(
    'running heads?',
    'page numbers?',
    'номер~ сторін~',
    'Seitenzahl~',
    'headers?',
    'footers?',
    'колонтитул~',
    'intestazion[ei]',
    'Kopfzeile~',
    'Fu(?:ß|ss)zeile~',
  ),
  code: words('code', 'listings?', 'лістинг~', 'codice', 'Quellcode~'),
  body: words(
    '(?:main |body |running )?text',
    'body',
    'manuscript',
    '(?:основн~ )?текст~',
    'testo',
    'corpo del testo',
    'Text',
    'Flie(?:ß|ss)text~',
    'Haupttext~',
    'Textteil~',
  ),
} as const;

export type Subject = keyof typeof SUBJECTS;

const NAMES = Object.keys(SUBJECTS) as readonly Subject[];

interface Mention extends Pick<Found, 'start' | 'end'> {
  subject: Subject;
}

function mentionsIn(text: string): Mention[] {
  const all = NAMES.flatMap((subject) =>
    findAll(text, SUBJECTS[subject]).map(({ start, end }) => ({ subject, start, end })),
  ).sort((a, b) => a.start - b.start || b.end - a.end);
  // `titles` within `titles of chapters` is no mention of its own
  return all.filter(
    (one) =>
      !all.some((other) => other !== one && other.start <= one.start && other.end >= one.end),
  );
}

/** `10 pt for footnotes`, `14 пт у заголовках`, `10 pt per le note`: what follows says it. */
const FOR =
  /^\s*(?:(?:should|must|may|can|shall) be used )?[(,]?\s*(?:in |for |as )?(?:for|in|per|nelle|nei|für|bei|in den|для|у|в)(?: the| all| le| i| die| den)?\s*$/iu;

/** What something at a place of a sentence is said of: the text itself when nothing else is named. */
export function subjectAt({ text, topic }: Sentence, start: number, end: number): Subject {
  const mentions = mentionsIn(text);
  const after = mentions.find((mention) => mention.start >= end);
  if (after !== undefined && FOR.test(text.slice(end, after.start))) return after.subject;
  const before = mentions.findLast((mention) => mention.end <= start);
  if (before !== undefined) return before.subject;
  return mentionsIn(topic).find(({ subject }) => subject !== 'body')?.subject ?? 'body';
}

/** Whether a text speaks of something at all. */
export const mentions = (text: string, ...subjects: readonly Subject[]): boolean =>
  subjects.some((subject) => has(text, SUBJECTS[subject]));
