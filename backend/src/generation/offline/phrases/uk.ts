import type { Phrases } from './phrases';

export const uk: Phrases = {
  quotes: ['«', '»'],
  headings: { introduction: 'Вступ', conclusion: 'Висновки' },
  and: 'та',
  withColleagues: (first) => `${first} та співавтори`,
  theme: (label) => `«${label}»`,
  firstTheme: [
    (theme) => `Відправною точкою тут є тема ${theme}.`,
    (theme) => `Передусім джерела порушують тему ${theme}.`,
    (theme) => `Розгляд варто почати з теми ${theme}.`,
    (theme) => `У центрі цієї частини роботи стоїть тема ${theme}.`,
    (theme) => `Перше питання, яке слід розглянути, — ${theme}.`,
    (theme) => `Виклад відкриває тема ${theme}.`,
  ],
  furtherTheme: [
    (theme) => `Ще один напрям міркувань стосується теми ${theme}.`,
    (theme) => `Із цим тісно пов’язана тема ${theme}.`,
    (theme) => `Далі розглянуто тему ${theme}.`,
    (theme) => `Інший бік цього питання — ${theme}.`,
    (theme) => `Окремої уваги заслуговує тема ${theme}.`,
    (theme) => `Джерела звертаються і до теми ${theme}.`,
    (theme) => `До цієї ж картини належить тема ${theme}.`,
    (theme) => `Звідси лише крок до теми ${theme}.`,
  ],
  authorLeads: [
    (authors, several) =>
      `До цієї теми ${several ? 'звертаються' : 'звертається'} також ${authors}.`,
    (authors, several) => `Про це ${several ? 'пишуть' : 'пише'} і ${authors}.`,
    (authors, several) =>
      `Свій внесок у розгляд цього питання ${several ? 'роблять' : 'робить'} ${authors}.`,
    (authors, several) => `На цьому питанні ${several ? 'зупиняються' : 'зупиняється'} ${authors}.`,
    (authors, several) => `Тему ${several ? 'продовжують' : 'продовжує'} ${authors}.`,
  ],
  workLeads: [
    (authors, several, work) =>
      `У праці ${work} до цього ${several ? 'звертаються' : 'звертається'} ${authors}.`,
    (authors, several, work) =>
      `Про це ж у праці ${work} ${several ? 'пишуть' : 'пише'} ${authors}.`,
    (authors, several, work) =>
      `${authors} ${several ? 'розглядають' : 'розглядає'} це питання у праці ${work}.`,
  ],
  quotationLeads: [
    (authors, several) => `${authors} ${several ? 'пишуть' : 'пише'}:`,
    (authors, several) => `${authors} ${several ? 'формулюють' : 'формулює'} це так:`,
    (authors, several) => `Ось як про це ${several ? 'пишуть' : 'пише'} ${authors}:`,
    (authors, several) => `${authors} ${several ? 'зазначають' : 'зазначає'}:`,
  ],
  furtherQuotation: ['Там само сказано:', 'У тому самому тексті читаємо:', 'Текст додає:'],
  onward: [
    (title) => `Цю лінію продовжує наступний підрозділ — ${title}.`,
    (title) => `Далі про це йтиметься в підрозділі ${title}.`,
    (title) => `Так підготовлено ґрунт для наступного підрозділу — ${title}.`,
  ],
  researchQuestion: (title) => `Що говорять зібрані джерела на тему ${title}?`,
  documentTypes: {
    essay: 'есе',
    term_paper: 'курсової роботи',
    bachelor_thesis: 'бакалаврської роботи',
    master_thesis: 'магістерської роботи',
    doctoral_thesis: 'дисертації',
  },
  introduction: {
    subject: (type, title) => `Предмет ${type} названо в заголовку: ${title}.`,
    question: (topic) => `Провідне питання можна сформулювати так: ${topic}`,
    topic: (topic) => `Точніше тему окреслено так: ${topic}`,
    background: [
      'Кілька тверджень із літератури допоможуть окреслити поле розгляду.',
      'Подальші спостереження показують, чому тема потребує докладнішого розгляду.',
      'Джерела підходять до цієї теми з різних боків.',
    ],
    organisation: [
      (number, title) => `Розділ ${number} присвячено темі ${title}.`,
      (number, title) => `У розділі ${number} розглянуто тему ${title}.`,
      (number, title) => `Предмет розділу ${number} — ${title}.`,
      (number, title) => `Далі, у розділі ${number}, ідеться про тему ${title}.`,
    ],
    close: 'У висновках підсумовано зібране в розділах.',
    method: 'Текст тримається своїх джерел: усе взяте з них супроводжено посиланням на місці.',
  },
  conclusion: {
    opening: (title) => `У попередніх розділах зібрано те, що джерела говорять на тему ${title}.`,
    chapters: [
      (number, title) => `Розділ ${number} об’єднав джерела на тему ${title}.`,
      (number, title) => `Темою розділу ${number} було питання ${title}.`,
      (number, title) => `У розділі ${number} розглянуто тему ${title}.`,
      (number, title) => `Розділ ${number} простежив, що написано на тему ${title}.`,
    ],
    closing:
      'Тут джерела поставлено поруч; зважити їх одне щодо одного і з’ясувати, що вони залишають відкритим, — наступний крок.',
  },
};
