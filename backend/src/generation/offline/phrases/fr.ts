import type { Phrases } from './phrases';

// French sets a no-break space inside its quotation marks and before a colon.
export const fr: Phrases = {
  quotes: ['«\u00a0', '\u00a0»'],
  headings: { introduction: 'Introduction', conclusion: 'Conclusion' },
  and: 'et',
  withColleagues: (first) => `${first} et coauteurs`,
  theme: (label) => `«\u00a0${label}\u00a0»`,
  firstTheme: [
    (theme) => `Le point de départ est ici le thème ${theme}.`,
    (theme) => `Les sources réunies ici parlent d’abord du thème ${theme}.`,
    (theme) => `Il convient de commencer par le thème ${theme}.`,
    (theme) => `Au centre de cette partie se trouve le thème ${theme}.`,
    (theme) => `Le premier thème à considérer est ${theme}.`,
    (theme) => `La discussion s’ouvre sur le thème ${theme}.`,
  ],
  furtherTheme: [
    (theme) => `Une autre ligne de réflexion concerne le thème ${theme}.`,
    (theme) => `À ces points se rattache étroitement le thème ${theme}.`,
    (theme) => `La discussion passe maintenant au thème ${theme}.`,
    (theme) => `Un autre aspect de la question est le thème ${theme}.`,
    (theme) => `Le thème ${theme} mérite une attention particulière.`,
    (theme) => `La littérature aborde aussi le thème ${theme}.`,
    (theme) => `Du même tableau fait partie le thème ${theme}.`,
    (theme) => `Avec le thème ${theme} s’ouvre une autre perspective.`,
  ],
  authorLeads: [
    (authors, several) => `${authors} ${several ? 'reprennent' : 'reprend'} ce thème.`,
    (authors) => `Le travail de ${authors} trouve également sa place ici.`,
    (authors) => `Le thème revient dans le travail de ${authors}.`,
    (authors, several) => `${authors} ${several ? 'écrivent' : 'écrit'} aussi sur cette question.`,
    (authors, several) => `${authors} ${several ? 'apportent' : 'apporte'} ici une contribution.`,
  ],
  workLeads: [
    (authors, several, work) =>
      `Dans ${work}, ${authors} ${several ? 'abordent' : 'aborde'} cette question.`,
    (authors, several, work) => `${authors} en ${several ? 'traitent' : 'traite'} dans ${work}.`,
    (authors, several, work) =>
      `Avec ${work}, ${authors} ${several ? 'rejoignent' : 'rejoint'} la discussion.`,
  ],
  quotationLeads: [
    (authors, several) => `${authors} ${several ? 'écrivent' : 'écrit'}\u00a0:`,
    (authors) => `Selon les mots de ${authors}\u00a0:`,
    (authors, several) => `${authors} le ${several ? 'formulent' : 'formule'} ainsi\u00a0:`,
    (authors) => `On lit chez ${authors}\u00a0:`,
  ],
  furtherQuotation: ['Le même texte ajoute\u00a0:', 'On y lit aussi\u00a0:', 'Plus loin\u00a0:'],
  onward: [
    (title) => `La section suivante, ${title}, reprend le fil.`,
    (title) => `La suite de la discussion est l’objet de la prochaine section, ${title}.`,
    (title) => `Le terrain est ainsi préparé pour la section suivante, ${title}.`,
  ],
  researchQuestion: (title) => `Que disent les sources réunies au sujet de ${title}\u00a0?`,
  documentTypes: {
    essay: 'de cet essai',
    term_paper: 'de ce travail',
    bachelor_thesis: 'de ce mémoire de licence',
    master_thesis: 'de ce mémoire de master',
    doctoral_thesis: 'de cette thèse',
  },
  introduction: {
    subject: (type, title) => `L’objet ${type} est énoncé dans son titre\u00a0: ${title}.`,
    question: (topic) => `La question directrice peut se formuler ainsi\u00a0: ${topic}`,
    topic: (topic) => `Plus précisément, le sujet est le suivant\u00a0: ${topic}`,
    background: [
      'Quelques affirmations tirées de la littérature permettent de délimiter le champ.',
      'D’autres observations montrent pourquoi le sujet demande un examen plus attentif.',
      'Les sources abordent ce champ par plus d’un côté.',
    ],
    organisation: [
      (number, title) => `Le chapitre ${number} est consacré au thème ${title}.`,
      (number, title) => `Le chapitre ${number} passe au thème ${title}.`,
      (number, title) => `L’objet du chapitre ${number} est le thème ${title}.`,
      (number, title) => `Suit, au chapitre ${number}, le thème ${title}.`,
    ],
    close: 'La conclusion rassemble les résultats des chapitres.',
    method:
      'Le texte reste proche de ses sources\u00a0: ce qui en est tiré est cité à l’endroit où il se trouve.',
  },
  conclusion: {
    opening: (title) => `Les chapitres ont réuni ce que les sources disent du sujet ${title}.`,
    chapters: [
      (number, title) => `Le chapitre ${number} a réuni des sources sur le thème ${title}.`,
      (number, title) => `Le thème du chapitre ${number} était ${title}.`,
      (number, title) => `Le chapitre ${number} a traité le thème ${title}.`,
      (number, title) => `Au chapitre ${number}, la discussion est passée au thème ${title}.`,
    ],
    closing:
      'Les sources ont été placées ici côte à côte\u00a0; les peser et se demander ce qu’elles laissent ouvert est l’étape suivante.',
  },
};
