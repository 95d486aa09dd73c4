import type { DocumentLanguage } from '../../common';

export type DocumentType =
  'essay' | 'term_paper' | 'bachelor_thesis' | 'master_thesis' | 'doctoral_thesis';

interface Wording {
  types: Record<DocumentType, string>;
  abstract: string;
  acknowledgements: string;
  abbreviations: string;
  contents: string;
  bibliography: string;
  labels: { chapter: string; appendix: string; supervisor: string; student_id: string };
  /** For a text that the offline writer put together. */
  offlineNotice: string;
}

/** The words an export adds to the text, in the language of the document. */
export const WORDING: Record<DocumentLanguage, Wording> = {
  en: {
    types: {
      essay: 'Essay',
      term_paper: 'Term paper',
      bachelor_thesis: 'Bachelor’s thesis',
      master_thesis: 'Master’s thesis',
      doctoral_thesis: 'Doctoral thesis',
    },
    abstract: 'Abstract',
    acknowledgements: 'Acknowledgements',
    abbreviations: 'List of abbreviations',
    contents: 'Contents',
    bibliography: 'References',
    labels: {
      chapter: 'Chapter',
      appendix: 'Appendix',
      supervisor: 'Supervisor',
      student_id: 'Student number',
    },
    offlineNotice:
      'This is a draft put together from sources. A program selected sentences from the works listed at the end, arranged and cited them, and added connecting phrases; the argument still has to be written by the author.',
  },
  uk: {
    types: {
      essay: 'Есе',
      term_paper: 'Курсова робота',
      bachelor_thesis: 'Бакалаврська робота',
      master_thesis: 'Магістерська робота',
      doctoral_thesis: 'Дисертація',
    },
    abstract: 'Анотація',
    acknowledgements: 'Подяки',
    abbreviations: 'Перелік умовних скорочень',
    contents: 'Зміст',
    bibliography: 'Список використаних джерел',
    labels: {
      chapter: 'Розділ',
      appendix: 'Додаток',
      supervisor: 'Науковий керівник',
      student_id: 'Номер студентського квитка',
    },
    offlineNotice:
      'Це чернетка, укладена з джерел. Програма вибрала речення з праць, перелічених наприкінці, упорядкувала їх, додала посилання та сполучні фрази; власну аргументацію ще має написати автор.',
  },
  it: {
    types: {
      essay: 'Saggio',
      term_paper: 'Tesina',
      bachelor_thesis: 'Tesi di laurea',
      master_thesis: 'Tesi di laurea magistrale',
      doctoral_thesis: 'Tesi di dottorato',
    },
    abstract: 'Riassunto',
    acknowledgements: 'Ringraziamenti',
    abbreviations: 'Elenco delle abbreviazioni',
    contents: 'Indice',
    bibliography: 'Riferimenti bibliografici',
    labels: {
      chapter: 'Capitolo',
      appendix: 'Appendice',
      supervisor: 'Relatore',
      student_id: 'Matricola',
    },
    offlineNotice:
      'Questa è una bozza composta a partire dalle fonti. Un programma ha scelto frasi dalle opere elencate alla fine, le ha ordinate e citate e ha aggiunto frasi di raccordo; l’argomentazione deve ancora essere scritta dall’autore.',
  },
  de: {
    types: {
      essay: 'Essay',
      term_paper: 'Seminararbeit',
      bachelor_thesis: 'Bachelorarbeit',
      master_thesis: 'Masterarbeit',
      doctoral_thesis: 'Dissertation',
    },
    abstract: 'Zusammenfassung',
    acknowledgements: 'Danksagung',
    abbreviations: 'Abkürzungsverzeichnis',
    contents: 'Inhaltsverzeichnis',
    bibliography: 'Literaturverzeichnis',
    labels: {
      chapter: 'Kapitel',
      appendix: 'Anhang',
      supervisor: 'Betreuung',
      student_id: 'Matrikelnummer',
    },
    offlineNotice:
      'Dies ist ein aus Quellen zusammengestellter Entwurf. Ein Programm hat Sätze aus den am Ende genannten Werken ausgewählt, geordnet und belegt und verbindende Wendungen ergänzt; die eigene Argumentation muss noch geschrieben werden.',
  },
  fr: {
    types: {
      essay: 'Essai',
      term_paper: 'Travail de semestre',
      bachelor_thesis: 'Mémoire de licence',
      master_thesis: 'Mémoire de master',
      doctoral_thesis: 'Thèse de doctorat',
    },
    abstract: 'Résumé',
    acknowledgements: 'Remerciements',
    abbreviations: 'Liste des abréviations',
    contents: 'Table des matières',
    bibliography: 'Références bibliographiques',
    labels: {
      chapter: 'Chapitre',
      appendix: 'Annexe',
      supervisor: 'Directeur ou directrice',
      student_id: 'Numéro d’étudiant',
    },
    offlineNotice:
      'Ceci est une ébauche composée à partir de sources. Un programme a choisi des phrases dans les ouvrages cités à la fin, les a ordonnées et référencées et a ajouté des phrases de liaison ; l’argumentation reste à écrire par l’auteur.',
  },
  es: {
    types: {
      essay: 'Ensayo',
      term_paper: 'Trabajo de curso',
      bachelor_thesis: 'Trabajo de fin de grado',
      master_thesis: 'Trabajo de fin de máster',
      doctoral_thesis: 'Tesis doctoral',
    },
    abstract: 'Resumen',
    acknowledgements: 'Agradecimientos',
    abbreviations: 'Lista de abreviaturas',
    contents: 'Índice',
    bibliography: 'Referencias bibliográficas',
    labels: {
      chapter: 'Capítulo',
      appendix: 'Apéndice',
      supervisor: 'Dirección',
      student_id: 'Número de estudiante',
    },
    offlineNotice:
      'Este es un borrador compuesto a partir de fuentes. Un programa ha elegido frases de las obras citadas al final, las ha ordenado y citado y ha añadido frases de enlace; la argumentación propia queda por escribir.',
  },
  cs: {
    types: {
      essay: 'Esej',
      term_paper: 'Seminární práce',
      bachelor_thesis: 'Bakalářská práce',
      master_thesis: 'Diplomová práce',
      doctoral_thesis: 'Disertační práce',
    },
    abstract: 'Abstrakt',
    acknowledgements: 'Poděkování',
    abbreviations: 'Seznam zkratek',
    contents: 'Obsah',
    bibliography: 'Seznam použitých zdrojů',
    labels: {
      chapter: 'Kapitola',
      appendix: 'Příloha',
      supervisor: 'Vedoucí práce',
      student_id: 'Osobní číslo',
    },
    offlineNotice:
      'Toto je koncept sestavený ze zdrojů. Program vybral věty z děl uvedených na konci, uspořádal je, opatřil citacemi a doplnil spojovací obraty; vlastní argumentaci musí autor teprve napsat.',
  },
};
