import { readValues } from '../../testing/requirements/read-values';
import { withoutMarkup } from './plain-markup';

const plain = (...texts: string[]) =>
  [...withoutMarkup(texts.map((text) => ({ text, page: null })))].map(({ text }) => text);

describe('a text of rules in Markdown', () => {
  it('loses the marks that say how it looks', () => {
    expect(
      plain(
        ...['## Margins', '> **2.5 cm** on *all* sides', '- [x] Use `A4`', '<ins>1.5</ins> spaced'],
        ...['2 * 3 * 4', 'a_b_c', '| no row', '**unclosed'],
      ),
    ).toEqual([
      ...['Margins', '2.5 cm on all sides', '- Use A4', '1.5 spaced'],
      ...['2 * 3 * 4', 'a_b_c', '| no row', '**unclosed'],
    ]);
  });

  it('has its tables as lists, without their heads and the numbers of their rows', () => {
    expect(
      plain(
        ...['| ID | Rule | Value |', '|:---|---|---:|', '| F-01 | Left | 30 mm | yes |'],
        ...['| F-02 | | Size: 12 | V |', '| A.3 | | |', 'After it'],
      ),
    ).toEqual(['• Left: 30 mm, yes', '• Size: 12, V', 'After it']);
  });

  it('is read in no more than the time that its length takes', () => {
    const began = performance.now();
    for (const mark of ['**', '*', '__', '`', '|', '<b', '> ', '# ']) plain(mark.repeat(100_000));
    expect(performance.now() - began).toBeLessThan(2000);
  });

  it.each([
    [
      ['| Rand oben (inkl. Seitenzahl) | ca. 30 mm | Ja |', '| Rand links | ca. 21 mm | Ja |'],
      { marginTop: 30, marginLeft: 21 },
    ],
    [
      ['| A.3 |  | Ränder: L 3 cm, R: 4 cm, O/U: 2,5 cm | V |'],
      { marginTop: 25, marginRight: 40, marginBottom: 25, marginLeft: 30 },
    ],
    [
      ['| Margini | sup. 2.5cm, inf. 2cm, sx 3cm, dx 2cm |', '| Tabelle | testo a bandiera |'],
      { marginTop: 25, marginRight: 20, marginBottom: 20, marginLeft: 30 },
    ],
    [
      ['- Testo **Times New Roman 12 pt**, **interlinea 1.5**, **giustificato**.'],
      { font: 'Times New Roman', fontSize: 12, lineSpacing: 1.5, alignment: 'justified' },
    ],
    [
      ['| Zeilenabstand Text | 1,5-zeilig |', '| Zeilenabstand wörtliche Zitate | 1-zeilig |'],
      { lineSpacing: 1.5 },
    ],
    [
      [
        ...['## Reihenfolge', '| ID | Teil |', '|---|---|', '| S-1 | Deckblatt | Pflicht |'],
        ...['| S-2 | Inhaltsverzeichnis | — |', '| S-3 | Haupttext |', '| S-4 | Anlagen |'],
      ],
      { partOrder: ['title_page', 'contents', 'body', 'appendices'] },
    ],
  ])('states its rules all the same: %j', async (texts, values) => {
    expect(await readValues(...texts)).toEqual(values);
  });
});
