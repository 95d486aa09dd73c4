import type { DocumentLanguage } from '../../common/languages';

interface CaptionWords {
  figure: string;
  table: string;
  /** Between the number and the text of a caption. */
  separator: string;
  /** What references in the text call them; short where the word would have to be declined. */
  references: Record<'figure' | 'table' | 'equation' | 'chapter' | 'section' | 'appendix', string>;
  lists: { list_of_figures: string; list_of_tables: string };
  /** Stands in the place of an image that is not there. */
  missingImage: string;
}

/** The words of captions and of what refers to them, in the language of the document. */
export const CAPTION_WORDS: Record<DocumentLanguage, CaptionWords> = {
  en: {
    figure: 'Figure',
    table: 'Table',
    separator: '. ',
    references: {
      figure: 'Figure',
      table: 'Table',
      equation: 'Equation',
      chapter: 'Chapter',
      section: 'Section',
      appendix: 'Appendix',
    },
    lists: { list_of_figures: 'List of figures', list_of_tables: 'List of tables' },
    missingImage: 'Image missing',
  },
  uk: {
    figure: 'Рисунок',
    table: 'Таблиця',
    separator: ' – ',
    references: {
      figure: 'рис.',
      table: 'табл.',
      equation: 'формула',
      chapter: 'розд.',
      section: 'підрозд.',
      appendix: 'дод.',
    },
    lists: { list_of_figures: 'Перелік рисунків', list_of_tables: 'Перелік таблиць' },
    missingImage: 'Немає зображення',
  },
  it: {
    figure: 'Figura',
    table: 'Tabella',
    separator: '. ',
    references: {
      figure: 'Figura',
      table: 'Tabella',
      equation: 'Equazione',
      chapter: 'Capitolo',
      section: 'Sezione',
      appendix: 'Appendice',
    },
    lists: { list_of_figures: 'Elenco delle figure', list_of_tables: 'Elenco delle tabelle' },
    missingImage: 'Immagine mancante',
  },
  de: {
    figure: 'Abbildung',
    table: 'Tabelle',
    separator: ': ',
    references: {
      figure: 'Abbildung',
      table: 'Tabelle',
      equation: 'Gleichung',
      chapter: 'Kapitel',
      section: 'Abschnitt',
      appendix: 'Anhang',
    },
    lists: { list_of_figures: 'Abbildungsverzeichnis', list_of_tables: 'Tabellenverzeichnis' },
    missingImage: 'Bild fehlt',
  },
  fr: {
    figure: 'Figure',
    table: 'Tableau',
    separator: '. ',
    references: {
      figure: 'Figure',
      table: 'Tableau',
      equation: 'Équation',
      chapter: 'Chapitre',
      section: 'Section',
      appendix: 'Annexe',
    },
    lists: { list_of_figures: 'Liste des figures', list_of_tables: 'Liste des tableaux' },
    missingImage: 'Image manquante',
  },
  es: {
    figure: 'Figura',
    table: 'Tabla',
    separator: '. ',
    references: {
      figure: 'Figura',
      table: 'Tabla',
      equation: 'Ecuación',
      chapter: 'Capítulo',
      section: 'Sección',
      appendix: 'Apéndice',
    },
    lists: { list_of_figures: 'Índice de figuras', list_of_tables: 'Índice de tablas' },
    missingImage: 'Falta la imagen',
  },
  cs: {
    figure: 'Obrázek',
    table: 'Tabulka',
    separator: ': ',
    references: {
      figure: 'obr.',
      table: 'tab.',
      equation: 'rov.',
      chapter: 'kap.',
      section: 'odd.',
      appendix: 'příl.',
    },
    lists: { list_of_figures: 'Seznam obrázků', list_of_tables: 'Seznam tabulek' },
    missingImage: 'Obrázek chybí',
  },
};
