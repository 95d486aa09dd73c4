import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportInput, SectionInput } from '../exports/model/export-input';

interface LibraryItem {
  id: string;
  annote: string;
}

const LIBRARY = join(__dirname, '../../../samples/learning-science/library.json');

const ENGLISH_EXTRAS = `> Long quotations stand by themselves, indented and set tighter than the text around them, so that a reader sees at once where another voice begins and where it ends again [@roediger2006, p. 250].

### What the studies compared

| Condition | First week | After a month | Remarks |
| :-- | --: | :-: | --- |
| Rereading | 83 | 40 | pneumonoultramicroscopicsilicovolcanoconiosis |
| Testing with feedback [@roediger2006] | 71 | **61** | *slower*, then better |
| Spaced testing | 69 | 64 | a remark that is long enough to need several lines in its narrow column |

- Practice that feels *hard*, **yet succeeds**.
- Practice spread over several days, as in \`day 1\`, \`day 3\` and \`day 7\`:
  1. first with support,
  2. then without it.
- Water is H₂O, and Greek letters such as α, β and γ stand beside it.

The address https://example.org/a/rather/long/path/that/goes/on/and/on/without/any/space/until/the/line/has/no/room is not broken by accident.
`;

const UKRAINIAN_TEXT = `Навчання, яке триває, ґрунтується на активному пригадуванні, а не на повторному читанні [@roediger2006, p. 250]. Студенти, які перевіряють себе, запам’ятовують більше, ніж ті, хто лише перечитує конспект; це підтверджують і лабораторні, і класні дослідження. Розподілене в часі повторення вимагає більших зусиль, проте саме зусилля зміцнюють слід пам’яті [@shevchenko1840, p. 12].

Міждисциплінарність і високотехнологічність сучасної освіти ускладнюють взаємозв’язок між самоорганізованістю студентів та їхньою успішністю. Внутрішньоособистісні чинники, зокрема відповідальність і зацікавленість, взаємодіють із зовнішніми умовами навчання. Тому викладачеві варто поєднувати пояснення, приклади й самостійні завдання, поступово зменшуючи підтримку.

Ефективне навчання передбачає також чесну самооцінку: людина схильна переоцінювати свої знання, коли матеріал здається знайомим. Короткі перевірки виправляють цю ілюзію, бо показують, що насправді можна пригадати без підказки. Чергування різних типів задач привчає розпізнавати, який метод потрібен, а не лише застосовувати його механічно.
`;

const UKRAINIAN_EXTRAS = `> «Учітесь, читайте, і чужому научайтесь, й свого не цурайтесь» — рядки, які знає кожен школяр [@shevchenko1840, p. 12].

### Порівняння умов навчання

| Умова | Перший тиждень | Через місяць | Примітки |
| :-- | --: | :-: | --- |
| Перечитування | 83 | 40 | електроенцефалографічного |
| Самоперевірка [@roediger2006] | 71 | **61** | *повільніше*, зате краще |

1. Спершу з підтримкою викладача.
2. Потім самостійно, але з відгуком.
`;

/** Some of the sample library's sentences, cited, as running text. */
function paragraphs(items: readonly LibraryItem[], seed: number): string {
  return items
    .map(({ id, annote }, index) => {
      const sentences = annote.split(/(?<=\.)\s+/);
      const from = (seed * 3 + index) % 4;
      const text = sentences
        .slice(from, from + 6)
        .join(' ')
        .replace(/\.$/, '');
      return `${text} [@${id}].`;
    })
    .join('\n\n');
}

function section(
  number: string,
  title: string,
  content: string,
  writer: string | null,
): SectionInput {
  return {
    id: `section-${number}`,
    number,
    title,
    level: number.includes('.') ? 2 : 1,
    content,
    writer,
  };
}

function library() {
  return JSON.parse(readFileSync(LIBRARY, 'utf8')) as LibraryItem[];
}

/** About twenty pages of English with quotations, tables, lists, long words and over 40 references. */
export function englishInput(over: Partial<ExportInput> = {}): ExportInput {
  const items = library();
  const part = (index: number) => paragraphs(items.slice(index * 5, index * 5 + 9), index);
  return {
    title: 'How to study so that learning lasts',
    type: 'term_paper',
    language: 'en',
    citationStyle: 'apa',
    author: 'Ada Marsh',
    updatedAt: '2026-11-20T10:00:00.000Z',
    frontMatter: [
      {
        part: 'abstract',
        language: 'en',
        content: 'What lasts of learning, and why. It sums up **all** chapters.',
      },
    ],
    sections: [
      section('1', 'Introduction', part(0), 'offline'),
      section('2', 'Retrieval practice and the testing effect', '', null),
      section('2.1', 'Remembering what was read', `${part(1)}\n\n${ENGLISH_EXTRAS}`, 'offline'),
      section('2.2', 'Feedback and errors', part(2), 'offline'),
      section(
        '3',
        'Spacing and interleaving of practice over days, weeks and whole terms, in school and at the university',
        part(3),
        'offline',
      ),
      section('4', 'Cognitive load', part(4), 'offline'),
      section('4.1', 'Worked examples', part(5), 'offline'),
      section('5', 'Conclusion', part(6), 'offline'),
    ],
    figures: [],
    sources: items.map((csl) => ({ key: csl.id, csl })),
    formatting: {},
    titlePage: {},
    declaration: {
      title: 'Declaration on the use of AI',
      paragraphs: ['A program arranged 96% of the words.', 'The author answers for the text.'],
    },
    ...over,
  };
}

/** All that stands beside the sections, with a second abstract in English. */
const UKRAINIAN_FRONT: ExportInput['frontMatter'] = [
  {
    part: 'acknowledgements',
    language: 'uk',
    content: 'Дякую всім, хто читав ці сторінки раніше за інших.',
  },
  {
    part: 'abstract',
    language: 'uk',
    content: 'Про те, що саме залишається від навчання, і **чому** залишається.',
  },
  {
    part: 'second_abstract',
    language: 'en',
    content:
      'What remains of learning, and **why** it remains; internationalisation, institutionalisation and *interdisciplinary* characterisations notwithstanding, misunderstandings and oversimplifications are counterproductive in practically every responsibility.',
  },
  {
    part: 'abbreviations',
    language: 'uk',
    content:
      '| Скорочення | Значення |\n| :-- | :-- |\n| ЗВО | заклад вищої освіти |\n| МОН | Міністерство освіти і науки |',
  },
];

/** The same kind of text in Ukrainian, as a bachelor's thesis in a numeric style. */
export function ukrainianInput(over: Partial<ExportInput> = {}): ExportInput {
  const items = library();
  const rest = items.map(
    ({ id }, index) => `Джерело ${String(index + 1)} це підтверджує [@${id}].`,
  );
  const text = Array.from({ length: 4 }, () => UKRAINIAN_TEXT).join('\n');
  const kobzar = {
    type: 'book',
    title: 'Кобзар',
    author: [{ family: 'Шевченко', given: 'Тарас' }],
    issued: { 'date-parts': [[1840]] },
    publisher: 'Друкарня Фішера',
    'publisher-place': 'Санкт-Петербург',
    language: 'uk',
  };
  return {
    ...englishInput(),
    title: 'Активне пригадування та розподілене повторення у навчанні студентів',
    type: 'bachelor_thesis',
    language: 'uk',
    citationStyle: 'ieee',
    author: 'Оксана Ґалаґан',
    frontMatter: UKRAINIAN_FRONT,
    sections: [
      section('1', 'Вступ', text, 'offline'),
      section('2', 'Пам’ять і навчання', text, null),
      section('2.1', 'Умови навчання', `${UKRAINIAN_EXTRAS}\n${text}`, 'offline'),
      section('3', 'Огляд джерел', `${rest.join(' ')}\n\n${text}`, 'offline'),
      section('4', 'Висновки', text, 'offline'),
    ],
    sources: [
      ...items.map((csl) => ({ key: csl.id, csl })),
      { key: 'shevchenko1840', csl: kobzar },
    ],
    declaration: {
      title: 'Декларація про використання штучного інтелекту',
      paragraphs: ['Програма впорядкувала 96 % слів.', 'Автор відповідає за текст.'],
    },
    ...over,
  };
}
