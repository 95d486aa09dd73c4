import { readValues } from '../../testing/requirements/read-values';
import type { Formatting } from '../profile/formatting';

type Case = [string[], Formatting];

const reads = (cases: Case[]) => {
  it.each(cases)('%j', async (text, values) => {
    expect(await readValues(...text)).toEqual(values);
  });
};

const ALL_INCH = { marginTop: 25.4, marginRight: 25.4, marginBottom: 25.4, marginLeft: 25.4 };

const ALL_TWO = { marginTop: 20, marginRight: 20, marginBottom: 20, marginLeft: 20 };
const SIDES = { marginTop: 20, marginRight: 10, marginBottom: 20, marginLeft: 30 };
const BOLD_HEADINGS = { chapterSize: 16, headingSize: 14, chapterBold: true, headingBold: true };
const ABOVE = { tableCaption: 'above' } as const;
const FOUR = { marginTop: 25, marginRight: 20, marginBottom: 25, marginLeft: 40 };
const ARIAL = { font: 'Arial', fontSize: 11, chapterSize: 12, headingSize: 12 } as const;
const TITLES = { fontSize: 12, chapterSize: 16, headingSize: 14 };
const SINGLE = { lineSpacing: 1, paragraphIndent: 0 };
const LEFT_HEADINGS = { chapterAlignment: 'left', headingAlignment: 'left' } as const;

describe('of a choice of sizes the first holds', () => {
  reads([
    [['Set the text in 11 or 12 point type.'], { fontSize: 11 }],
    [['Il testo va composto in 11 o 12 punti.'], { fontSize: 11 }],
    [['Der Text wird in 11 bis 12 Punkt gesetzt.'], { fontSize: 11 }],
    [['Текст набирають кеглем 13–14 пунктів.'], { fontSize: 13 }],
  ]);
});

describe('a size without its unit', () => {
  reads([
    [['The type size is 12, or 9 for footnotes.'], { fontSize: 12, footnoteSize: 9 }],
    [['Schriftgröße 12 (10 für Fußnoten).'], { fontSize: 12, footnoteSize: 10 }],
    [['Основний текст друкують шрифтом 14.'], { fontSize: 14 }],
    [['Dimensione del carattere del testo: 13'], { fontSize: 13 }],
    [['Друкують шрифтом розміру «14».'], { fontSize: 14 }],
    [['In Beispielen ist der Zeilenabstand (z. B. 15 pt) geringer.'], {}],
  ]);
});

describe('a typeface', () => {
  reads([
    [['Шрифт тексту – Tіmes New Rоman.'], { font: 'Times New Roman' }],
    [['Typefaces to choose from:', 'Arial Narrow', 'Verdana'], {}],
  ]);
});

describe('line spacing in a list', () => {
  reads([
    [['Line spacing:', '• Text: 1.5', '• Footnotes: 1'], { lineSpacing: 1.5 }],
    [['Zeilenabstand:', '– Fließtext: 1,5-fach', '– Fußnoten: 1'], { lineSpacing: 1.5 }],
    [['Figures', '• Line spacing: 1'], {}],
    [['Size of footnotes: 10', 'Line spacing: 1.5'], { footnoteSize: 10, lineSpacing: 1.5 }],
    [
      ['Theses are double-spaced, have 1 inch margins and one side.'],
      { lineSpacing: 2, ...ALL_INCH },
    ],
  ]);
});

describe('margins', () => {
  reads([
    [
      ['Відстань від краю аркуша: зліва – 25 мм, справа – 15 мм, зверху і знизу – 20 мм.'],
      { marginTop: 20, marginRight: 15, marginBottom: 20, marginLeft: 25 },
    ],
    [
      ['The distance from the edge is 4 cm on the left and 2 cm on the right.'],
      { marginLeft: 40, marginRight: 20 },
    ],
    [['La distanza dal bordo è di 3 cm a sinistra.'], { marginLeft: 30 }],
    [
      ['Margins: 2,5 centimeters for the four sides'],
      { marginTop: 25, marginRight: 25, marginBottom: 25, marginLeft: 25 },
    ],
    [['Margini: in alto cm 2,5, in basso cm 3.'], { marginTop: 25, marginBottom: 30 }],
  ]);
});

describe('page numbers', () => {
  reads([
    [['Do not put a page number on the title page.'], { pageNumbersFrom: 'after_title_page' }],
    [
      ['La numerazione delle pagine inizia dalla prima pagina di testo.'],
      { pageNumbersFrom: 'body' },
    ],
    [
      ['Beginnen Sie mit der Zählung der Seitenzahlen, in arabischen Ziffern, bei der Einleitung.'],
      { pageNumbersFrom: 'body' },
    ],
    [['Page numbers start in arabic figures with the introduction.'], { pageNumbersFrom: 'body' }],
    [['Pagination:', '• Pages before the text: roman'], { frontMatterNumbers: 'roman' }],
    [['Pagination:', '• No pagination: cover page'], { pageNumbersFrom: 'after_title_page' }],
    [['Page numbers keep clear of the top, right, bottom and left edges.'], {}],
  ]);
});

describe('headings', () => {
  reads([
    [
      [
        'Le intestazioni dei capitoli sono in grassetto (CAP. 1).',
        'Ogni paragrafo va numerato (1.1).',
      ],
      { chapterBold: true, headingNumbering: 'chapter_word' },
    ],
    [
      ['Ogni paragrafo va numerato in corpo 13, in grassetto.'],
      { headingSize: 13, headingBold: true },
    ],
    [['The text may begin with a prologue, Chapter 1, or the like.'], {}],
    [['Lay all headings out alike.', 'For example: centre those of chapters.'], {}],
  ]);
});

describe('captions', () => {
  reads([
    [
      ['La didascalia sta in calce alla figura e in testa alla tabella.'],
      { figureCaption: 'below', tableCaption: 'above' },
    ],
    [['Figures', 'They are numbered in order of appearance.'], { captionNumbering: 'continuous' }],
    [
      ['Рисунки нумерують двома цифрами: перша цифра означає розділ.'],
      { captionNumbering: 'by_chapter' },
    ],
    [['Figures', 'All pages are numbered consecutively.'], {}],
  ]);
});

describe('a first-line indent in letters', () => {
  reads([
    [['Абзаци починаються відступом, що дорівнює п’яти літерам.'], { paragraphIndent: 12.5 }],
    [['First lines are indented by five letters.'], { paragraphIndent: 12.5 }],
    [['Il rientro della prima riga è di cinque lettere.'], { paragraphIndent: 12.5 }],
  ]);
});

describe('what two things share', () => {
  reads([
    [
      ['Headings and subheadings should be bolded in the text.'],
      { chapterBold: true, headingBold: true },
    ],
    [
      ['Заголовки розділів та підрозділів друкують кеглем 15.'],
      { chapterSize: 15, headingSize: 15 },
    ],
    [['I titoli sono in corpo 14.'], { chapterSize: 14, headingSize: 14 }],
    [['Body text and the table of contents have 1.5 line spacing.'], { lineSpacing: 1.5 }],
    [['Sowohl im Text als auch in Fußnoten wird Arial verwendet.'], { font: 'Arial' }],
  ]);
});

describe('a label before a colon', () => {
  reads([
    [
      ['Überschrift erste Ebene: 1. Überschrift, fett, 15 pt'],
      { chapterBold: true, chapterSize: 15 },
    ],
    [
      ['Überschrift zweite Ebene: 1.1 Überschrift, fett, 13 pt'],
      { headingBold: true, headingSize: 13, headingNumbering: 'decimal' },
    ],
  ]);
});

describe('names of headings', () => {
  reads([
    [
      ['Заголовки структурних частин «ЗМІСТ», «ВСТУП», «ДОДАТКИ» друкують великими літерами.'],
      { chapterCapitals: true },
    ],
    [
      ['Заголовки структурних частин ЗМІСТ, ВСТУП, РОЗДІЛ, ДОДАТКИ розміщують посередині.'],
      { chapterAlignment: 'center' },
    ],
    [
      ['The headings of these parts are bold: abstract, contents, references, appendices.'],
      { chapterBold: true, headingBold: true },
    ],
  ]);
});

describe('spacing and alignment in other words', () => {
  reads([
    [['Der Text ist 1 ½ zeilig zu schreiben.'], { lineSpacing: 1.5 }],
    [['Set the text with line spacing of 1½.'], { lineSpacing: 1.5 }],
    [['Justify the left edge of the text.'], { alignment: 'left' }],
    [['Una citazione lunga va in un blocco con rientro di 1 cm.'], {}],
    [['A direct quote has spacing 1.'], {}],
    [['Відступ абзацу – 1, 25 см.'], { paragraphIndent: 12.5 }],
  ]);
});

describe('page numbers in other words', () => {
  reads([
    [
      ['La numerazione delle pagine comincia subito dopo il frontespizio.'],
      { pageNumbersFrom: 'after_title_page' },
    ],
    [['Page numbering starts after the title page.'], { pageNumbersFrom: 'after_title_page' }],
    [['Seiten außerhalb des Textes erhalten römische Zahlen.'], { frontMatterNumbers: 'roman' }],
  ]);
});

describe('a length that is to be met', () => {
  reads([
    [['The length of the paper is 15 pages.'], { lengthPages: { min: 15, max: 15 } }],
    [['Обсяг роботи становить 40 сторінок.'], { lengthPages: { min: 40, max: 40 } }],
    [['The length of the paper is about 15 pages.'], {}],
  ]);
});

describe('of a range in words the least holds', () => {
  const margins = (mm: number): Formatting => ({
    ...{ marginTop: mm, marginRight: mm, marginBottom: mm, marginLeft: mm },
  });
  reads([
    [['Alle Ränder sollen zwischen 2,4 und 3 cm breit sein.'], margins(24)],
    [['All margins are 2.2 to 3 cm wide.'], margins(22)],
    [['Усі поля – від 2 до 3 см.'], margins(20)],
    [['Tutti i margini vanno da 2 a 3 cm.'], margins(20)],
  ]);
});

describe('German compounds', () => {
  reads([
    [
      ['Aufbau: Deckblatt, Abkürzungs-, Abbildungs- und Tabellenverzeichnis, Textteil, Anhang.'],
      {
        partOrder: [
          ...(['title_page', 'abbreviations', 'list_of_figures', 'list_of_tables'] as const),
          ...(['body', 'appendices'] as const),
        ],
      },
    ],
    [['Umfang der Arbeit: 8–10 Textseiten.'], { lengthPages: { min: 8, max: 10 } }],
    [
      ['Abbildungen sind mit fortlaufender Nummerierung zu versehen.'],
      { captionNumbering: 'continuous' },
    ],
  ]);
});

describe('what is said in passing, or by its name', () => {
  reads([
    [['2cm margins with 3cm along the binding edge.'], { ...ALL_TWO, marginLeft: 30 }],
    [['Seitenabstand: 2,0 - 3,0 (auch für Abbildungen)'], ALL_TWO],
    [['One-and-a-half spacing between lines except for footnotes.'], { lineSpacing: 1.5 }],
    [['Der Text steht im Blocksatz oder linksbündig.'], { alignment: 'justified' }],
    [['Il testo, le note e la bibliografia vanno giustificati.'], { alignment: 'justified' }],
    [['Corpo del testo: interlinea singola, senza indentazione.'], SINGLE],
    [['Erste Zeile nach Überschrift: kein Einzug'], {}],
    [['Format:', '* Größe: 11-12'], { fontSize: 11 }],
    [['Fußnotenzeichen: Schriftgröße 9–10 Punkt hochgestellt'], {}],
    [['Abstand zwischen Bezeichnung und Tabelle ca. 6 Punkt'], {}],
    [['Titolo della tesina: Arial, corpo 14.'], {}],
    [['Schriftgröße Überschriften ab 2. Gliederungsebene 12 Punkt'], { headingSize: 12 }],
    [['Überschriften im Text: linksbündig'], LEFT_HEADINGS],
    [['Die Dezimalgliederung hat drei Ebenen.'], { headingNumbering: 'decimal' }],
    [['Номер розділу ставлять після слова «РОЗДІЛ».'], { headingNumbering: 'chapter_word' }],
    [['Pages from Chapter 1 onwards are numbered in Arabic.'], {}],
    [['Tables may be numbered serially, or by chapter.'], { captionNumbering: 'continuous' }],
    [['Didascalia per capitolo: Figura X.Y'], { captionNumbering: 'by_chapter' }],
    [['Tabellen: Beschriftung unten'], { tableCaption: 'below' }],
    [['The thesis has at least:', '- 30 pages of text'], { lengthPages: { min: 30, max: null } }],
    [['Seiten: 60-80'], { lengthPages: { min: 60, max: 80 } }],
    [['Page limit: 35 pages.'], { lengthPages: { min: null, max: 35 } }],
    [['Vorwort usw. mit römischen Zahlen'], { frontMatterNumbers: 'roman' }],
    [['Numerazione delle pagine: su tutte le pagine'], { pageNumbersFrom: 'title_page' }],
    [
      ['Le pagine vanno numerate ad esclusione del frontespizio e dell’indice.'],
      { pageNumbersFrom: 'body' },
    ],
    [['Бібліографія: DSTU 8302:2015'], { citationStyle: 'dstu8302' }],
    [['Відступи: зверху і знизу – 20 мм, зліва – 30 мм, справа – 10 мм.'], SIDES],
    [['Номер сторінки проставляють зверху у правому куті.'], { pageNumberPosition: 'top_right' }],
    [['All sections, including references, are alike:', 'Size: 12 pt'], { fontSize: 12 }],
    [['Headings: Arial (Bold)—16', 'Subheadings: Arial (Bold)—14'], BOLD_HEADINGS],
    [['Limit for number of pages = 30-50'], { lengthPages: { min: 30, max: 50 } }],
    [['Die Bildbeschriftung steht unterhalb der Abbildung.'], { figureCaption: 'below' }],
    [['Captions are at the bottom of the figure.'], { figureCaption: 'below' }],
    [['Die Tabellenbeschriftung steht nicht unter der Tabelle, sondern über dieser.'], ABOVE],
    [['The labelling of tables is done above the table and not below it.'], ABOVE],
    [['The caption text is centered if short, otherwise justified.'], {}],
    [['Keine farbigen Überschriften, nicht übertreiben mit fett.'], {}],
    [['The header has the chapter number (e.g., Chapter 1) in its numbering.'], {}],
    [['Main text double or one-and-a-half spacing (notes single spacing)'], { lineSpacing: 2 }],
    [['Line spacing', 'Body text: double or one-and-a-half.'], { lineSpacing: 2 }],
    [['Margins: left 4cm, top and bottom 2.5 and right 2cm'], FOUR],
    [['Поля 25/25/40/20 мм (верхнє, нижнє, ліве, праве)'], FOUR],
    [['Pages are numbered centrally at the top.'], { pageNumberPosition: 'top_center' }],
    [['A double-spaced size 10-12 font'], { lineSpacing: 2, fontSize: 10 }],
    [['No ordinary first-line paragraph indentation.'], { paragraphIndent: 0 }],
    [['Left-aligned chapter and section headings.'], LEFT_HEADINGS],
    [['Arial 11pt (Text), 12pt (Überschriften)'], ARIAL],
    [['Die Abhandlung hat ≤ 37.500 Zeichen.'], { lengthCharacters: { min: null, max: 37500 } }],
    [['Einheitliches Zitationssystem (Harvard, APA, Chicago, etc.)'], {}],
    [['Full justification is discouraged.'], {}],
    [['Usare corpo testo 12 pt, titoli 16 pt e sottotitoli 14 pt.'], TITLES],
    [['Numerazione dall’introduzione.'], { pageNumbersFrom: 'body' }],
    [['Номери сторінок: титульна сторінка без номера'], { pageNumbersFrom: 'after_title_page' }],
    [['Interlinea 1,15, nessun rientro'], { lineSpacing: 1.15, paragraphIndent: 0 }],
    [['Come in file_sommario.tex: Arial 12 pt'], { font: 'Arial', fontSize: 12 }],
    [
      ['Sections are numbered, with 2.1 for the first subsection.'],
      { headingNumbering: 'decimal' },
    ],
  ]);
});
