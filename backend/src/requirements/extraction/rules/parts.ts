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
      'abstract in (?:a )?(?:second|foreign|English|another)~?',
      'abstract in lingua inglese',
      'англомовн~ анотац~',
      'анотац~ англійськ~',
      'englischsprachige~ Abstract',
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
      'Hauptteil',
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
  'Reihenfolge',
  'Aufbau',
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

/** The parts in a list of them: of each item the first, for what follows are remarks on it. */
export function readPartList({ text, topic }: Sentence): Finding[] {
  if (!isOrderLead(topic)) return [];
  const named = text.split('; ').flatMap((item) => {
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
