import type { Phrases } from './phrases';

export const de: Phrases = {
  quotes: ['„', '“'],
  headings: { introduction: 'Einleitung', conclusion: 'Fazit' },
  and: 'und',
  withColleagues: (first) => `${first} und Mitautoren`,
  theme: (label) => `„${label}“`,
  firstTheme: [
    (theme) => `Ausgangspunkt ist hier das Thema ${theme}.`,
    (theme) => `Die hier versammelten Quellen sprechen zunächst über das Thema ${theme}.`,
    (theme) => `Am Anfang steht das Thema ${theme}.`,
    (theme) => `Im Mittelpunkt dieses Teils steht das Thema ${theme}.`,
    (theme) => `Zuerst ist das Thema ${theme} zu betrachten.`,
    (theme) => `Die Darstellung beginnt mit dem Thema ${theme}.`,
  ],
  furtherTheme: [
    (theme) => `Ein weiterer Gedankengang gilt dem Thema ${theme}.`,
    (theme) => `Eng damit verbunden ist das Thema ${theme}.`,
    (theme) => `Von hier führt der Weg zum Thema ${theme}.`,
    (theme) => `Eine andere Seite der Sache ist das Thema ${theme}.`,
    (theme) => `Gesonderte Aufmerksamkeit verdient das Thema ${theme}.`,
    (theme) => `Die Literatur äußert sich auch zum Thema ${theme}.`,
    (theme) => `Zu diesem Bild gehört auch das Thema ${theme}.`,
    (theme) => `Mit dem Thema ${theme} kommt ein weiterer Aspekt in den Blick.`,
  ],
  authorLeads: [
    (authors, several) => `Auch ${authors} ${several ? 'greifen' : 'greift'} dieses Thema auf.`,
    (authors) => `Die Arbeit von ${authors} gehört ebenfalls hierher.`,
    (authors) => `Einen Beitrag zu dieser Frage liefert die Arbeit von ${authors}.`,
    (authors) => `Das Thema kehrt in der Arbeit von ${authors} wieder.`,
    (authors, several) =>
      `${authors} ${several ? 'äußern' : 'äußert'} sich ebenfalls zu dieser Frage.`,
    (authors) => `Daneben steht die Arbeit von ${authors}.`,
  ],
  workLeads: [
    (authors, several, work) =>
      `In ${work} ${several ? 'wenden' : 'wendet'} sich ${authors} dieser Frage zu.`,
    (authors, several, work) =>
      `${authors} ${several ? 'behandeln' : 'behandelt'} die Sache in ${work}.`,
    (authors, _, work) => `Davon handelt auch ${work} von ${authors}.`,
  ],
  quotationLeads: [
    (authors, several) => `${authors} ${several ? 'schreiben' : 'schreibt'}:`,
    (authors) => `In den Worten von ${authors}:`,
    (authors, several) => `${authors} ${several ? 'formulieren' : 'formuliert'} es so:`,
    (authors) => `Bei ${authors} heißt es:`,
  ],
  furtherQuotation: ['Im selben Text heißt es:', 'Weiter liest man dort:', 'Der Text fügt hinzu:'],
  onward: [
    (title) => `Der folgende Abschnitt, ${title}, nimmt den Faden auf.`,
    (title) => `Wie es von hier aus weitergeht, zeigt der nächste Abschnitt, ${title}.`,
    (title) => `Damit ist der Boden für den nächsten Abschnitt, ${title}, bereitet.`,
  ],
  researchQuestion: (title) => `Was sagen die gesammelten Quellen zum Thema ${title}?`,
  documentTypes: {
    essay: 'dieses Essays',
    term_paper: 'dieser Hausarbeit',
    bachelor_thesis: 'dieser Bachelorarbeit',
    master_thesis: 'dieser Masterarbeit',
    doctoral_thesis: 'dieser Dissertation',
  },
  introduction: {
    subject: (type, title) => `Den Gegenstand ${type} nennt der Titel: ${title}.`,
    question: (topic) => `Die leitende Frage lautet: ${topic}`,
    topic: (topic) => `Genauer ist das Thema so gefasst: ${topic}`,
    background: [
      'Einige Aussagen aus der Literatur mögen das Feld abstecken.',
      'Weitere Beobachtungen zeigen, warum der Gegenstand eine nähere Betrachtung verlangt.',
      'Die Quellen nähern sich diesem Feld von mehr als einer Seite.',
    ],
    organisation: [
      (number, title) => `Kapitel ${number} ist dem Thema ${title} gewidmet.`,
      (number, title) => `Kapitel ${number} wendet sich dem Thema ${title} zu.`,
      (number, title) => `Gegenstand von Kapitel ${number} ist das Thema ${title}.`,
      (number, title) => `In Kapitel ${number} folgt das Thema ${title}.`,
    ],
    close: 'Das Fazit führt die Ergebnisse der Kapitel zusammen.',
    method:
      'Der Text hält sich eng an seine Quellen: Was ihnen entnommen ist, wird an Ort und Stelle belegt.',
  },
  conclusion: {
    opening: (title) => `Die Kapitel haben gesammelt, was die Quellen zum Thema ${title} sagen.`,
    chapters: [
      (number, title) => `Kapitel ${number} führte Quellen zum Thema ${title} zusammen.`,
      (number, title) => `Das Thema von Kapitel ${number} war ${title}.`,
      (number, title) => `Kapitel ${number} behandelte das Thema ${title}.`,
      (number, title) => `In Kapitel ${number} wandte sich die Darstellung dem Thema ${title} zu.`,
    ],
    closing:
      'Die Quellen stehen hier nebeneinander; sie gegeneinander abzuwägen und zu fragen, was sie offenlassen, ist der nächste Schritt.',
  },
};
