import type { FormattableSource } from '../citations';
import type { DocumentLanguage } from '../common';

interface Words {
  author: readonly [family: string, given: string];
  second: readonly [family: string, given: string];
  book: string;
  article: string;
  journal: string;
  publisher: string;
  place: string;
}

const WORDS: Record<DocumentLanguage, Words> = {
  en: {
    author: ['Marsh', 'Ada'],
    second: ['Fenwick', 'Bea'],
    book: 'The quiet reader',
    article: 'What a second reading adds',
    journal: 'Journal of Slow Study',
    publisher: 'Northern Press',
    place: 'Leeds',
  },
  uk: {
    author: ['Кравченко', 'Олена'],
    second: ['Гнатюк', 'Іван'],
    book: 'Тихий читач',
    article: 'Що дає друге читання',
    journal: 'Вісник повільного навчання',
    publisher: 'Світанок',
    place: 'Київ',
  },
  it: {
    author: ['Marchetti', 'Ada'],
    second: ['Fontanesi', 'Bea'],
    book: 'Il lettore silenzioso',
    article: 'Che cosa dà una seconda lettura',
    journal: 'Rivista dello studio lento',
    publisher: 'Edizioni del Borgo',
    place: 'Parma',
  },
  de: {
    author: ['Marschner', 'Ada'],
    second: ['Fennhoff', 'Bea'],
    book: 'Der stille Leser',
    article: 'Was das zweite Lesen bringt',
    journal: 'Zeitschrift für langsames Lernen',
    publisher: 'Nordverlag',
    place: 'Kassel',
  },
  fr: {
    author: ['Marchal', 'Ada'],
    second: ['Fontenoy', 'Béa'],
    book: 'Le lecteur silencieux',
    article: 'Ce que donne une seconde lecture',
    journal: 'Revue de l’étude lente',
    publisher: 'Éditions du Nord',
    place: 'Lille',
  },
  es: {
    author: ['Marchena', 'Ada'],
    second: ['Fontana', 'Bea'],
    book: 'El lector callado',
    article: 'Lo que aporta una segunda lectura',
    journal: 'Revista del estudio lento',
    publisher: 'Ediciones del Norte',
    place: 'Soria',
  },
  cs: {
    author: ['Maršíková', 'Ada'],
    second: ['Fenclová', 'Bea'],
    book: 'Tichý čtenář',
    article: 'Co přináší druhé čtení',
    journal: 'Časopis pomalého studia',
    publisher: 'Severní nakladatelství',
    place: 'Liberec',
  },
};

const person = ([family, given]: readonly [string, string]) => ({ family, given });

function worksOf(language: DocumentLanguage): readonly FormattableSource[] {
  const { author, second, book, article, journal, publisher, place } = WORDS[language];
  return [
    {
      key: 'book',
      csl: {
        type: 'book',
        language,
        title: book,
        author: [person(author)],
        publisher,
        'publisher-place': place,
        issued: { 'date-parts': [[2019]] },
      },
    },
    {
      key: 'article',
      csl: {
        type: 'article-journal',
        language,
        title: article,
        author: [person(author), person(second)],
        'container-title': journal,
        volume: '7',
        issue: '2',
        page: '31-44',
        issued: { 'date-parts': [[2021]] },
      },
    },
  ];
}

/** A book and an article by people who do not exist, in each language. */
export const INVENTED_WORKS: Record<DocumentLanguage, readonly FormattableSource[]> = {
  en: worksOf('en'),
  uk: worksOf('uk'),
  it: worksOf('it'),
  de: worksOf('de'),
  fr: worksOf('fr'),
  es: worksOf('es'),
  cs: worksOf('cs'),
};
