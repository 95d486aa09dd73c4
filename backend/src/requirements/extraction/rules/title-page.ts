import type { TitlePageField } from '../../profile/vocabulary';
import type { Finding } from '../finding';
import { confidenceOf, findAll, has, words } from '../lexicon';
import type { Sentence } from '../sentence';

const TITLE_PAGE = words(
  'title[- ]page',
  'cover page',
  'титульн~',
  'frontespizio',
  'copertina',
  'Titelblatt~',
  'Deckblatt~',
  'Titelseite~',
);

const FIELDS: readonly (readonly [TitlePageField, RegExp])[] = [
  [
    'university',
    words(
      'universit(?:y|à)',
      'institution(?:al affiliation)?',
      'університет~',
      'заклад~(?: вищої освіти)?',
      'ateneo',
      'Hochschule',
      'Universität',
    ),
  ],
  [
    'faculty',
    words('faculty', 'school', 'факультет~', 'інститут~', 'facoltà', 'Fakultät', 'Fachbereich'),
  ],
  ['department', words('department', 'кафедр~', 'dipartimento', 'Institut', 'Lehrstuhl~')],
  [
    'programme',
    words(
      '(?:degree )?program(?:me)?',
      'course(?: of stud(?:y|ies))?',
      'спеціальн~',
      'освітн~ програм~',
      'corso di (?:laurea|studi)~?',
      'Studien(?:gang|kombination)~',
    ),
  ],
  [
    'document_type',
    words(
      'type of (?:the )?(?:work|thesis|paper|text|document)',
      'degree (?:sought|for which)',
      'вид~ роботи',
      'тип~ роботи',
      'tipo di (?:tesi|elaborato)',
      '(?:Art|Zweck) der Arbeit',
    ),
  ],
  [
    'title',
    words(
      'title(?! page)',
      'topic',
      '(?:full )?title of the (?:thesis|paper|work)',
      'тем[аиу]',
      'назв~ (?:роботи|теми)?',
      'titolo',
      'Titel',
      'Thema',
    ),
  ],
  [
    'author',
    words(
      "(?:author|student|candidate)(?:['’]s)?(?: full)?(?: name)?",
      'name of the (?:author|student|candidate)',
      'прізвищ~',
      'автор~',
      'студент~',
      '(?:nome|cognome)~?',
      'candidat[oa]',
      'laureand[oa]',
      'Name(?:ns?)?(?: der Verfasser~| des Verfassers)?',
      'Verfasser~',
    ),
  ],
  [
    'student_id',
    words(
      '(?:student|matriculation|registration) (?:id|number)',
      'номер~ (?:залікової|студентськ~)',
      'matricola',
      'Matrikelnummer',
    ),
  ],
  [
    'supervisor',
    words(
      "supervisors?(?:['’]s)?(?: name)?",
      'advis[eo]rs?',
      'instructor',
      '(?:науков~ )?керівник~',
      'relator[ei]',
      'Betreuer~',
      '(?:Erst|Zweit)?gutachter~',
      'Lehrende[nr]?',
      'Erstprüfer~',
    ),
  ],
  ['place', words('place', 'city', 'міст[оаі]', 'luogo', 'Ort')],
  [
    'year',
    words(
      '(?:academic )?year(?! of stud)',
      'date(?: of submission)?',
      'due date',
      'рік',
      'року',
      'anno(?: accademico)?',
      'Jahr',
      'Datum',
      'Abgabe(?:datum|termin)',
    ),
  ],
];

const LEAST = 3;

export const isTitlePageLead = (topic: string): boolean => has(topic, TITLE_PAGE);

/** What a title page shows, one field a line. */
export const readTitlePageList = (list: Sentence): Finding[] =>
  isTitlePageLead(list.topic) ? readTitlePage(list) : [];

export function readTitlePage({ text, topic }: Sentence): Finding[] {
  if (!has(text, TITLE_PAGE) && !has(topic, TITLE_PAGE)) return [];
  const mentioned = FIELDS.flatMap(([field, pattern]) => {
    const [first] = findAll(
      text.replace(TITLE_PAGE, (name) => ' '.repeat(name.length)),
      pattern,
    );
    return first === undefined ? [] : [{ field, start: first.start }];
  }).sort((a, b) => a.start - b.start);
  if (mentioned.length < LEAST) return [];
  return [
    {
      rule: 'titlePageFields',
      value: mentioned.map(({ field }) => field),
      confidence: confidenceOf(text, 0.8),
    },
  ];
}
