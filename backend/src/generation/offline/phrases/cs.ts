import type { Phrases } from './phrases';

export const cs: Phrases = {
  quotes: ['„', '“'],
  headings: { introduction: 'Úvod', conclusion: 'Závěr' },
  and: 'a',
  withColleagues: (first) => `${first} a spoluautoři`,
  theme: (label) => `„${label}“`,
  firstTheme: [
    (theme) => `Výchozím bodem je zde téma ${theme}.`,
    (theme) => `Shromážděné zdroje otevírají nejprve téma ${theme}.`,
    (theme) => `Na začátku stojí téma ${theme}.`,
    (theme) => `Ve středu této části stojí téma ${theme}.`,
    (theme) => `První na řadě je téma ${theme}.`,
    (theme) => `Výklad otevírá téma ${theme}.`,
  ],
  furtherTheme: [
    (theme) => `Další myšlenková linie se týká tématu ${theme}.`,
    (theme) => `Úzce s tím souvisí téma ${theme}.`,
    (theme) => `Výklad nyní přechází k tématu ${theme}.`,
    (theme) => `Jinou stránkou věci je téma ${theme}.`,
    (theme) => `Samostatnou pozornost si zaslouží téma ${theme}.`,
    (theme) => `Literatura se vyjadřuje i k tématu ${theme}.`,
    (theme) => `K témuž obrazu patří téma ${theme}.`,
    (theme) => `Odtud je jen krok k tématu ${theme}.`,
  ],
  authorLeads: [
    (authors, several) => `Tohoto tématu se ${several ? 'dotýkají' : 'dotýká'} také ${authors}.`,
    (authors, several) => `O této otázce ${several ? 'píší' : 'píše'} i ${authors}.`,
    (authors, several) => `Svým dílem sem ${several ? 'přispívají' : 'přispívá'} také ${authors}.`,
    (authors, several) => `K věci se ${several ? 'vyjadřují' : 'vyjadřuje'} ${authors}.`,
  ],
  workLeads: [
    (authors, several, work) =>
      `V díle ${work} se k tomu ${several ? 'vracejí' : 'vrací'} ${authors}.`,
    (authors, several, work) => `${authors} o tom ${several ? 'píší' : 'píše'} v díle ${work}.`,
    (authors, several, work) =>
      `Dílem ${work} do diskuse ${several ? 'vstupují' : 'vstupuje'} ${authors}.`,
  ],
  quotationLeads: [
    (authors, several) => `${authors} ${several ? 'píší' : 'píše'}:`,
    (authors, several) => `${authors} to ${several ? 'formulují' : 'formuluje'} takto:`,
    (authors, several) => `${authors} k tomu ${several ? 'uvádějí' : 'uvádí'}:`,
  ],
  furtherQuotation: ['Týž text dodává:', 'Čteme tam také:', 'Na jiném místě stojí:'],
  onward: [
    (title) => `Na to navazuje další oddíl, ${title}.`,
    (title) => `Jak výklad pokračuje, ukazuje další oddíl, ${title}.`,
    (title) => `Tím je připravena půda pro další oddíl, ${title}.`,
  ],
  researchQuestion: (title) => `Co říkají shromážděné zdroje k tématu ${title}?`,
  documentTypes: {
    essay: 'této eseje',
    term_paper: 'této seminární práce',
    bachelor_thesis: 'této bakalářské práce',
    master_thesis: 'této diplomové práce',
    doctoral_thesis: 'této disertační práce',
  },
  introduction: {
    subject: (type, title) => `Předmět ${type} udává její název: ${title}.`,
    question: (topic) => `Hlavní otázku lze vyjádřit takto: ${topic}`,
    topic: (topic) => `Přesněji je téma vymezeno takto: ${topic}`,
    background: [
      'Několik tvrzení z literatury pomůže vymezit pole.',
      'Další postřehy ukazují, proč si předmět žádá bližší pohled.',
      'Zdroje se k tomuto poli blíží z více než jedné strany.',
    ],
    organisation: [
      (number, title) => `Kapitola ${number} je věnována tématu ${title}.`,
      (number, title) => `Kapitola ${number} přechází k tématu ${title}.`,
      (number, title) => `Předmětem kapitoly ${number} je téma ${title}.`,
      (number, title) => `Následuje kapitola ${number} na téma ${title}.`,
    ],
    close: 'Závěr shrnuje výsledky kapitol.',
    method: 'Text se drží svých zdrojů: co je z nich převzato, je na místě citováno.',
  },
  conclusion: {
    opening: (title) => `Kapitoly shromáždily, co zdroje říkají k tématu ${title}.`,
    chapters: [
      (number, title) => `Kapitola ${number} spojila zdroje na téma ${title}.`,
      (number, title) => `Tématem kapitoly ${number} bylo ${title}.`,
      (number, title) => `Kapitola ${number} se zabývala tématem ${title}.`,
      (number, title) => `V kapitole ${number} přešel výklad k tématu ${title}.`,
    ],
    closing:
      'Zdroje zde stojí vedle sebe; dalším krokem je porovnat je a ptát se, co nechávají otevřené.',
  },
};
