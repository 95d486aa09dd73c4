import type { DocumentLanguage } from '../../common';
import { CitationFormatter } from './citation-formatter';
import { plainText } from './formatted-text';

const person = (family: string, given: string) => ({ family, given });
const date = (...parts: number[]) => ({ 'date-parts': [parts] });

const kravchenko = person('Кравченко', 'Олена Василівна');
const hnatiuk = person('Гнатюк', 'І. П.');
const lysenko = person('Лисенко', 'Марта');
const bondar = person('Бондар', 'Юрій');

function format(csl: object, language: DocumentLanguage = 'uk') {
  const item = { key: 'k', prefix: '', suffix: '', suppressAuthor: false };
  const locator = { label: 'page' as const, value: '12-20' };
  const { clusters, bibliography } = CitationFormatter.create('dstu8302', language, [
    { key: 'k', csl },
  ]).format([{ items: [{ ...item, locator }] }]);
  const [entry] = bibliography;
  return {
    inText: clusters.map(plainText).join(),
    label: entry?.label,
    entry: plainText(entry?.text ?? []),
    italics: entry?.text.filter(({ italic }) => italic).map(({ text }) => text),
    href: entry?.text.find(({ href }) => href !== undefined)?.href,
  };
}

const book = {
  type: 'book',
  title: 'Пам’ять студента : навч. посіб.',
  author: [kravchenko],
  publisher: 'Світанок',
  'publisher-place': 'Київ',
  edition: '2',
  issued: date(2018),
  'number-of-pages': '212',
};
const article = {
  type: 'article-journal',
  title: 'Повторення з проміжками',
  author: [kravchenko, hnatiuk, lysenko],
  'container-title': 'Вісник уявної академії',
  volume: '5',
  issue: '2',
  page: '12-20',
  issued: date(2019),
  DOI: '10.1234/visnyk.2019.5',
};

describe('DSTU 8302:2015', () => {
  it('numbers a source and its page in square brackets', () => {
    expect(format(book)).toMatchObject({ inText: '[1, с. 12–20]', label: '1.' });
  });

  it.each([
    [
      'a book',
      book,
      'Кравченко О. В. Пам’ять студента : навч. посіб. 2-ге вид. Київ : Світанок, 2018. 212 с.',
    ],
    [
      'a book by four',
      { ...book, author: [kravchenko, hnatiuk, lysenko, bondar] },
      'Пам’ять студента : навч. посіб. / О. В. Кравченко та ін. 2-ге вид. Київ : Світанок, 2018. 212 с.',
    ],
    [
      'a collection',
      { ...book, author: undefined, editor: [hnatiuk], edition: '3' },
      'Пам’ять студента : навч. посіб. / ред. І. П. Гнатюк. 3-тє вид. Київ : Світанок, 2018. 212 с.',
    ],
    [
      'an article by three',
      article,
      'Кравченко О. В., Гнатюк І. П., Лисенко М. Повторення з проміжками. Вісник уявної академії. 2019. Т. 5, № 2. С. 12–20. DOI: https://doi.org/10.1234/visnyk.2019.5.',
    ],
    [
      'an article in a journal without volumes',
      { ...article, author: [lysenko], volume: undefined, DOI: undefined },
      'Лисенко М. Повторення з проміжками. Вісник уявної академії. 2019. № 2. С. 12–20.',
    ],
    [
      'a chapter',
      {
        type: 'chapter',
        title: 'Сон і навчання',
        author: [bondar],
        editor: [lysenko],
        'container-title': 'Читання про пам’ять',
        publisher: 'Обрій',
        'publisher-place': 'Львів',
        issued: date(2020),
        page: '31-48',
      },
      'Бондар Ю. Сон і навчання. Читання про пам’ять / ред. М. Лисенко. Львів : Обрій, 2020. С. 31–48.',
    ],
    [
      'a conference paper',
      {
        type: 'paper-conference',
        title: 'Самоперевірка на лекції',
        author: [hnatiuk],
        'container-title': 'Дні навчання',
        'event-title': 'матеріали наук. конф.',
        'event-place': 'Одеса',
        'event-date': date(2021, 5, 14),
        'publisher-place': 'Одеса',
        publisher: 'Хвиля',
        issued: date(2021),
        page: '7-9',
      },
      'Гнатюк І. П. Самоперевірка на лекції. Дні навчання : матеріали наук. конф., Одеса, 14.05.2021. Одеса : Хвиля, 2021. С. 7–9.',
    ],
    [
      'a web page',
      {
        type: 'webpage',
        title: 'Як читати підручник',
        'container-title': 'Порадник студента',
        URL: 'https://poradnyk.example/chytannia',
        accessed: date(2024, 3, 12),
      },
      'Як читати підручник. Порадник студента. URL: https://poradnyk.example/chytannia (дата звернення: 12.03.2024).',
    ],
  ])('sets %s', (_, csl, expected) => {
    expect(format(csl).entry).toBe(expected);
  });

  const english = {
    ...article,
    title: 'Spaced practice at the desk',
    'container-title': 'Journal of Invented Studies',
    author: [person('Marsh', 'Ada B.'), person('Moss', 'Bea')],
  };

  it.each([
    [
      english,
      'Marsh A. B., Moss B. Spaced practice at the desk. Journal of Invented Studies. 2019. Vol. 5, no. 2. P. 12–20. DOI: https://doi.org/10.1234/visnyk.2019.5.',
    ],
    [
      {
        type: 'book',
        title: 'The quiet room',
        author: ['Marsh', 'Moss', 'Nunn', 'Orr'].map((family) => person(family, 'Ada')),
        publisher: 'Northern Press',
        'publisher-place': 'Leeds',
        issued: date(2017),
        'number-of-pages': '310',
      },
      'The quiet room / A. Marsh et al. Leeds : Northern Press, 2017. 310 p.',
    ],
    [
      {
        type: 'webpage',
        title: 'Reading aloud',
        'container-title': 'A site of our own',
        URL: 'https://reading.example/aloud',
        accessed: date(2024, 3, 2),
      },
      'Reading aloud. A site of our own. URL: https://reading.example/aloud (date of access: 02.03.2024).',
    ],
  ])('words a source in English in English within a Ukrainian text %#', (csl, expected) => {
    expect(format(csl)).toMatchObject({ entry: expected, inText: '[1, с. 12–20]' });
  });

  it('words a source in the language it names', () => {
    const german = { ...english, title: 'Lernen', language: 'de-AT', DOI: undefined };
    expect(format(german).entry).toContain('2019. Bd. 5, Nr. 2. S. 12–20.');
  });

  it('sets the journal in italics and links the DOI', () => {
    expect(format(article)).toMatchObject({
      italics: ['Вісник уявної академії'],
      href: 'https://doi.org/10.1234/visnyk.2019.5',
    });
  });
});
