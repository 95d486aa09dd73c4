import { readValues } from '../../testing/requirements/read-values';
import { listsOf } from './lists';

const paragraphs = (texts: readonly string[]) => texts.map((text) => ({ text, page: 2 }));

describe('a list of the parts of a thesis', () => {
  it.each([
    [
      'Order of the parts:',
      [
        '1. Title page',
        '2. Table of contents',
        '3. (Table of acronyms)',
        '4. Text',
        '5. Literature',
      ],
      ['title_page', 'contents', 'abbreviations', 'body', 'bibliography'],
    ],
    [
      'Роботу друкують з одного боку аркуша. Її частини подають у такій послідовності:',
      ['– титульний лист;', '– зміст;', '– вступ;', '– список літератури;', '– додатки (якщо є).'],
      ['title_page', 'contents', 'body', 'bibliography', 'appendices'],
    ],
    [
      'Struttura della tesi',
      ['• frontespizio', '• indice', '• testo', '• bibliografia', '• allegati (dopo l’indice)'],
      ['title_page', 'contents', 'body', 'bibliography', 'appendices'],
    ],
    [
      'Aufbau der Arbeit',
      ['Deckblatt', 'Inhaltsverzeichnis', 'Text', 'Literatur', 'Anhang'],
      ['title_page', 'contents', 'body', 'bibliography', 'appendices'],
    ],
    [
      'Dokumentreihenfolge',
      [
        '1. Titelblatt',
        '2. Inhaltsverzeichnis',
        '3. Abbildungs- / Tabellen- / Abkürzungsverzeichnis',
        `4. Haupttext (${'wie mit den Betreuenden vereinbart, '.repeat(4)}in Kapiteln)`,
        '5. Anlagen',
      ],
      [
        ...['title_page', 'contents', 'list_of_figures', 'list_of_tables', 'abbreviations'],
        ...['body', 'appendices'],
      ],
    ],
    ...(
      [
        ['Structure', 'Abstract', 'Abstract in a second language'],
        ['Структура', 'Анотація', 'Анотація іноземною мовою'],
        ['Struttura', 'Sommario', 'Abstract in inglese'],
        ['Aufbau', 'Zusammenfassung', 'Zusammenfassung in englischer Sprache'],
      ] as const
    ).map(([lead, first, second]): [string, string[], string[]] => [
      lead,
      [
        '- Zum Titel: Titelblatt, title page, титульний аркуш, frontespizio',
        `- ${first}`,
        `- ${second}`,
        '- Anhang, appendix, додатки, appendice',
      ],
      ['title_page', 'abstract', 'second_abstract', 'appendices'],
    ]),
    [
      'Suggested layout',
      ['1. Title page', '1. Lists of figures, tables, and abbreviations', '1. Introduction'],
      ['title_page', 'list_of_figures', 'list_of_tables', 'abbreviations', 'body'],
    ],
  ])('under «%s» is read as their order', async (lead, items, partOrder) => {
    expect(await readValues(lead, ...items)).toMatchObject({ partOrder });
  });

  it('ends where its marks or its short lines end', () => {
    const lists = listsOf(
      paragraphs([
        ...[
          'Structure:',
          '• title page',
          '• contents',
          '• body',
          'Abstract',
          'The abstract is short.',
        ],
        ...[
          'Structure',
          'Title page',
          'Contents',
          'Chapters',
          'It is bound in one volume.',
          'Index',
        ],
        ...['Structure:', 'one', 'two'],
      ]),
      (topic) => topic.startsWith('Structure'),
    );
    expect([...lists].filter((list) => list !== null)).toEqual([
      { topic: 'Structure:', page: 2, text: 'title page; contents; body' },
      { topic: 'Structure', page: 2, text: 'Title page; Contents; Chapters' },
    ]);
  });
});

describe('a list of what the title page shows', () => {
  it.each([
    [
      ['Title page', 'Required:', '* University', '* Topic', '* Author', '* Year'],
      ['university', 'title', 'author', 'year'],
    ],
    [
      ['На титульному аркуші зазначають:', '– університет;', '– тему;', '– керівника;', '– рік.'],
      ['university', 'title', 'supervisor', 'year'],
    ],
    [
      ['Das Deckblatt nennt:', '– den Titel', '– Ihren Namen', '– die Matrikelnummer'],
      ['title', 'author', 'student_id'],
    ],
    [
      ['Il frontespizio riporta:', '- ateneo', '- titolo', '- relatore'],
      ['university', 'title', 'supervisor'],
    ],
  ])('is read under its heading: %j', async (text, titlePageFields) => {
    expect(await readValues(...text)).toMatchObject({ titlePageFields });
  });
});
