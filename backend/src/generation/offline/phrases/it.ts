import type { Phrases } from './phrases';

export const it: Phrases = {
  quotes: ['«', '»'],
  headings: { introduction: 'Introduzione', conclusion: 'Conclusioni' },
  and: 'e',
  withColleagues: (first) => `${first} e coautori`,
  theme: (label) => `«${label}»`,
  firstTheme: [
    (theme) => `Il punto di partenza è qui il tema ${theme}.`,
    (theme) => `Le fonti qui raccolte parlano anzitutto del tema ${theme}.`,
    (theme) => `Conviene cominciare dal tema ${theme}.`,
    (theme) => `Al centro di questa parte sta il tema ${theme}.`,
    (theme) => `Il primo tema da considerare è ${theme}.`,
    (theme) => `La discussione si apre con il tema ${theme}.`,
  ],
  furtherTheme: [
    (theme) => `Un’ulteriore linea di riflessione riguarda il tema ${theme}.`,
    (theme) => `A questi punti è strettamente legato il tema ${theme}.`,
    (theme) => `La discussione passa ora al tema ${theme}.`,
    (theme) => `Un altro lato della questione è il tema ${theme}.`,
    (theme) => `Merita attenzione a parte il tema ${theme}.`,
    (theme) => `La letteratura si occupa anche del tema ${theme}.`,
    (theme) => `Dello stesso quadro fa parte il tema ${theme}.`,
    (theme) => `Con il tema ${theme} si apre una prospettiva diversa.`,
  ],
  authorLeads: [
    (authors, several) => `Anche ${authors} ${several ? 'riprendono' : 'riprende'} questo tema.`,
    (authors) => `A questo punto va ricordato il lavoro di ${authors}.`,
    (authors) => `Un contributo alla questione viene da ${authors}.`,
    (authors) => `Il tema ritorna nel lavoro di ${authors}.`,
    (authors, several) => `${authors} ${several ? 'scrivono' : 'scrive'} sulla stessa questione.`,
    (authors) => `Accanto a ciò sta il lavoro di ${authors}.`,
  ],
  workLeads: [
    (authors, several, work) =>
      `In ${work} ${authors} ${several ? 'affrontano' : 'affronta'} la questione.`,
    (authors, several, work) => `${authors} ne ${several ? 'trattano' : 'tratta'} in ${work}.`,
    (authors, _, work) => `Di questo parla anche ${work}, di ${authors}.`,
  ],
  quotationLeads: [
    (authors, several) => `${authors} ${several ? 'scrivono' : 'scrive'}:`,
    (authors) => `Con le parole di ${authors}:`,
    (authors, several) => `${authors} ${several ? 'formulano' : 'formula'} così la questione:`,
    (authors) => `In ${authors} si legge:`,
  ],
  furtherQuotation: ['Lo stesso testo aggiunge:', 'Vi si legge inoltre:', 'Altrove il testo dice:'],
  onward: [
    (title) => `La sezione seguente, ${title}, riprende il filo da qui.`,
    (title) => `Come prosegua la discussione è l’oggetto della prossima sezione, ${title}.`,
    (title) => `È così preparato il terreno per la prossima sezione, ${title}.`,
  ],
  researchQuestion: (title) => `Che cosa dicono le fonti raccolte sul tema ${title}?`,
  documentTypes: {
    essay: 'di questo saggio',
    term_paper: 'di questa tesina',
    bachelor_thesis: 'di questa tesi di laurea',
    master_thesis: 'di questa tesi magistrale',
    doctoral_thesis: 'di questa tesi di dottorato',
  },
  introduction: {
    subject: (type, title) => `L’oggetto ${type} è enunciato nel titolo: ${title}.`,
    question: (topic) => `La domanda guida si può formulare così: ${topic}`,
    topic: (topic) => `Più precisamente, il tema è il seguente: ${topic}`,
    background: [
      'Alcune affermazioni tratte dalla letteratura possono delimitare il campo.',
      'Ulteriori osservazioni mostrano perché l’argomento richieda un esame più attento.',
      'Le fonti si avvicinano a questo campo da più di un lato.',
    ],
    organisation: [
      (number, title) => `Il capitolo ${number} è dedicato al tema ${title}.`,
      (number, title) => `Il capitolo ${number} passa al tema ${title}.`,
      (number, title) => `L’argomento del capitolo ${number} è ${title}.`,
      (number, title) => `Segue, nel capitolo ${number}, il tema ${title}.`,
    ],
    close: 'Le conclusioni riuniscono i risultati dei capitoli.',
    method:
      'Il testo resta vicino alle sue fonti: ciò che ne è tratto viene citato nel punto in cui compare.',
  },
  conclusion: {
    opening: (title) => `I capitoli hanno raccolto ciò che le fonti dicono sul tema ${title}.`,
    chapters: [
      (number, title) => `Il capitolo ${number} ha riunito fonti sul tema ${title}.`,
      (number, title) => `Il tema del capitolo ${number} era ${title}.`,
      (number, title) => `Il capitolo ${number} ha trattato il tema ${title}.`,
      (number, title) => `Nel capitolo ${number} la discussione è passata al tema ${title}.`,
    ],
    closing:
      'Le fonti sono state poste qui l’una accanto all’altra; soppesarle e chiedersi che cosa lascino aperto è il passo successivo.',
  },
};
