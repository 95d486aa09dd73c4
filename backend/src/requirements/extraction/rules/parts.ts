import type { Part } from '../../profile/vocabulary';
import type { Finding } from '../finding';
import { confidenceOf, findAll, has, words } from '../lexicon';
import type { Sentence } from '../sentence';

const PART_WORDS: readonly (readonly [Part, RegExp])[] = [
  [
    'title_page',
    words(
      'title[- ]page',
      'cover page',
      'титульн~ (?:сторінк~|аркуш~|лист~)?',
      'frontespizio',
      'Titelblatt',
      'Deckblatt',
      'Titelseite',
    ),
  ],
  [
    'declaration',
    words(
      'declaration~',
      'statement of (?:originality|authorship)',
      'декларац~',
      'dichiarazione~',
      'independence (?:notice|statement)',
      'statement of independ~',
      '(?:Eigenständigkeits|Selbstständigkeits|Selbständigkeits)?erklärung',
      'Versicherung',
      'eidesstattliche Erklärung',
    ),
  ],
  [
    'acknowledgements',
    words('acknowledg~', 'dedication', 'подяк~', 'ringraziamenti', 'Danksagung'),
  ],
  [
    'second_abstract',
    words(
      'abstract in (?:a |the )?(?:second|foreign|English|another)~?',
      '(?:second|English) abstract',
      '(?:abstract|riassunto|sommario) in (?:inglese|(?:una |un’)?(?:seconda |altra )?lingua)~?',
      '(?:англомовн|іншомовн)~ (?:анотац|реферат)~',
      '(?:анотац~|реферат) (?:англійськ|іноземн|другою|іншою)~',
      'englischsprachige~ (?:Abstract|Zusammenfassung|Kurzfassung)',
      'englische[rn]? (?:Abstract|Zusammenfassung|Kurzfassung)',
      '(?:Abstract|Zusammenfassung|Kurzfassung) (?:in|auf) (?:englischer Sprache|Englisch|einer (?:zweiten|anderen) Sprache)',
    ),
  ],
  [
    'abstract',
    words(
      'abstract',
      'summary',
      'анотац~',
      'реферат',
      'riassunto',
      'sommario',
      'Zusammenfassung',
      'Kurzfassung',
    ),
  ],
  [
    'contents',
    words(
      'table of contents',
      'contents',
      'зміст~?',
      'indice(?: generale)?',
      'Inhaltsverzeichnis',
      'Gliederung',
    ),
  ],
  [
    'list_of_figures',
    words(
      '(?:lists?|tables?) of (?:figures|illustrations)',
      'перелік~ (?:рисунків|ілюстрацій)',
      'indice delle figure',
      'elenco delle figure',
      'Abbildungsverzeichnis',
      'Abbildungs-(?=[^.;]{0,40}verzeichnis)',
    ),
  ],
  [
    'list_of_tables',
    words(
      '(?:lists?|tables?) of tables',
      'перелік~ таблиць',
      'indice delle tabelle',
      'elenco delle tabelle',
      'Tabellenverzeichnis~',
      'Tabellen-(?=[^.;]{0,40}verzeichnis)',
    ),
  ],
  [
    'abbreviations',
    words(
      '(?:(?:list|table) of )?(?:abbreviations|acronyms)',
      'перелік~ (?:умовних |скорочень|позначень)~?',
      'elenco delle abbreviazioni',
      'Abkürzungsverzeichnis',
      'Abkürzungs-(?=[^.;]{0,40}verzeichnis)',
    ),
  ],
  [
    'body',
    words(
      'main (?:text|body|part)',
      'body(?: of the (?:text|paper|thesis))?',
      'text of the thesis',
      'chapters',
      'introduction',
      'вступ',
      'основна частина',
      'розділи',
      'corpo (?:del testo|della tesi)',
      'capitoli',
      'introduzione',
      'Textteil',
      'Haupt(?:teil|text)',
      'Einleitung',
    ),
  ],
  [
    'bibliography',
    words(
      'bibliography',
      'references?',
      'reference list',
      'works cited',
      'список~ (?:використан~ )?(?:джерел|літератури)~',
      'bibliografia',
      'Literaturverzeichnis',
      'Quellenverzeichnis',
    ),
  ],
  [
    'appendices',
    words(
      'appendi(?:x|ces)',
      'annexes',
      'додатк~',
      'appendic[ei]',
      'allegati',
      'Anhang',
      'Anhänge',
      'Anlagen',
    ),
  ],
];

const ORDER = words(
  'order',
  'sequence',
  'structure',
  'consists? of',
  'parts',
  'arranged',
  'compris~',
  'elements',
  'порядк~',
  'послідовн~',
  'структур~',
  'склада~',
  'містити',
  'ordine',
  'struttur~',
  'articola~',
  'compon~',
  'compost[oa]',
  '\\p{L}*[Rr]eihenfolge',
  '\\p{L}*[Aa]ufbau',
  'Struktur',
  'layout',
  'gliedert',
  'besteht',
  'Bestandteile',
);

/** `The headings ABSTRACT, CONTENTS and REFERENCES are centred` puts nothing in order. */
const HEADINGS = words('headings?', 'заголовк~', 'titol[oi]', 'intestazioni', 'Überschrift~');

const LEAST = 4;

export const isOrderLead = (topic: string): boolean => has(topic, ORDER);

/** The parts in the order of their names; the same part once. */
export function partsNamedIn(text: string): Part[] {
  const taken: { part: Part; start: number; end: number }[] = [];
  for (const [part, pattern] of PART_WORDS) {
    for (const { start, end } of findAll(text, pattern)) {
      // `contents` within `table of contents`, `abstract` within the one in a second language
      if (taken.every((other) => end <= other.start || start >= other.end))
        taken.push({ part, start, end });
    }
  }
  const ordered = taken.sort((a, b) => a.start - b.start).map(({ part }) => part);
  return [...new Set(ordered)];
}

/** Items that name a part by a word which says too little elsewhere. */
const BARE: readonly (readonly [Part, RegExp])[] = [
  ['contents', /^(?:outline|план(?:\s|$)|Gliederung)/iu],
  ['body', /^(?:(?:the |main )?text|(?:основний )?текст(?: роботи)?|testo|Text)$/iu],
  ['bibliography', /^(?:literature|література|джерела|Literatur|Quellen)$/iu],
];

const LISTS: readonly (readonly [Part, RegExp])[] = [
  ['list_of_figures', /figures|illustrations/iu],
  ['list_of_tables', /tables/iu],
  ['abbreviations', /abbreviations|acronyms/iu],
];

/** `Lists of figures, tables and abbreviations` in one item. */
function listsNamedIn(item: string): Part[] {
  // `Abbildungs- / Tabellenverzeichnis`
  if (/\p{L}-\s*(?:\/|,|und)\s*\p{L}+(?:-|verzeichnis)/u.test(item)) return partsNamedIn(item);
  if (!/^lists of/iu.test(item)) return [];
  return LISTS.filter(([, pattern]) => pattern.test(item)).map(([part]) => part);
}

/** The parts in a list of them: of each item the first, for what follows are remarks on it. */
export function readPartList({ text, topic }: Sentence): Finding[] {
  if (!isOrderLead(topic)) return [];
  const named = text.split('; ').flatMap((item) => {
    const lists = listsNamedIn(item);
    if (lists.length > 0) return lists;
    const bare = BARE.find(([, pattern]) => pattern.test(item))?.[0];
    return bare === undefined ? partsNamedIn(item).slice(0, 1) : [bare];
  });
  const value = [...new Set(named)];
  if (value.length < LEAST) return [];
  return [{ rule: 'partOrder', value, confidence: confidenceOf(topic, 0.8) }];
}

export function readPartOrder({ text, topic }: Sentence): Finding[] {
  const value = partsNamedIn(text);
  if (value.length < LEAST || !has(`${topic} ${text}`, ORDER) || has(text, HEADINGS)) return [];
  return [{ rule: 'partOrder', value, confidence: confidenceOf(text, 0.8) }];
}
