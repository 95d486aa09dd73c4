import { sentenceCase } from '../material/term';
import type { Phrases } from './phrases';

export const en: Phrases = {
  quotes: ['“', '”'],
  headings: { introduction: 'Introduction', conclusion: 'Conclusion' },
  and: 'and',
  withColleagues: (first) => `${first} and colleagues`,
  theme: (label) => label,
  firstTheme: [
    (theme) => `The point of departure here is ${theme}.`,
    (theme) => `Much of what follows turns on ${theme}.`,
    (theme) => `${sentenceCase(theme)} is the first matter to be considered.`,
    (theme) => `The sources gathered here speak first of all about ${theme}.`,
    (theme) => `It is best to begin with ${theme}.`,
    (theme) => `At the centre of this part of the discussion stands ${theme}.`,
    (theme) => `The discussion opens with ${theme}.`,
    (theme) => `What has been written about ${theme} comes first.`,
    (theme) => `${sentenceCase(theme)} is a natural place to start.`,
  ],
  furtherTheme: [
    (theme) => `A further line of thought concerns ${theme}.`,
    (theme) => `Closely connected with these points is the question of ${theme}.`,
    (theme) => `The discussion now turns to ${theme}.`,
    (theme) => `Another side of the matter is ${theme}.`,
    (theme) => `From here it is a short step to ${theme}.`,
    (theme) => `The literature also speaks about ${theme}.`,
    (theme) => `${sentenceCase(theme)} deserves separate attention.`,
    (theme) => `A different angle opens up with ${theme}.`,
    (theme) => `With ${theme}, a further aspect comes into view.`,
    (theme) => `What the sources say about ${theme} belongs to the same picture.`,
    (theme) => `Next to these observations stands the theme of ${theme}.`,
    (theme) => `The question of ${theme} has its place here as well.`,
    (theme) => `Part of the picture is also ${theme}.`,
  ],
  authorLeads: [
    (authors, several) => `${authors} ${several ? 'take' : 'takes'} up the same theme.`,
    (authors) => `The work of ${authors} belongs here as well.`,
    (authors, several) => `${authors} ${several ? 'have' : 'has'} also written on this question.`,
    (authors) => `A contribution to this question comes from ${authors}.`,
    (authors, several) =>
      `${authors} ${several ? 'approach' : 'approaches'} the matter from another side.`,
    (authors) => `The theme returns in the work of ${authors}.`,
    (authors) => `Next to this stands the work of ${authors}.`,
    (authors) => `A related discussion can be found in ${authors}.`,
    (authors, several) => `${authors} ${several ? 'pursue' : 'pursues'} a related question.`,
    (authors) => `It is useful to read ${authors} alongside.`,
    (authors) => `To this can be added what ${authors} wrote.`,
  ],
  workLeads: [
    (authors, several, work) =>
      `In ${work}, ${authors} ${several ? 'turn' : 'turns'} to this question.`,
    (authors, _, work) => `Here ${work} by ${authors} is to be mentioned.`,
    (authors, several, work) => `${authors} ${several ? 'treat' : 'treats'} the matter in ${work}.`,
    (authors, _, work) => `This is also a subject of ${work} by ${authors}.`,
    (authors, several, work) =>
      `With ${work}, ${authors} ${several ? 'join' : 'joins'} the discussion.`,
  ],
  quotationLeads: [
    (authors, several) => `${authors} ${several ? 'write' : 'writes'}:`,
    (authors) => `In the words of ${authors}:`,
    (authors, several) => `${authors} ${several ? 'put' : 'puts'} it as follows:`,
    (authors) => `The following passage is from ${authors}:`,
    (authors, several) =>
      `${authors} ${several ? 'formulate' : 'formulates'} the point in this way:`,
  ],
  furtherQuotation: ['The same text adds:', 'It also says:', 'Elsewhere in the text one reads:'],
  onward: [
    (title) => `The next section, ${title}, takes up the thread from here.`,
    (title) => `How the discussion goes on from here is the subject of the next section, ${title}.`,
    (title) => `With this the ground is prepared for the next section, ${title}.`,
    (title) => `The following section, ${title}, continues the discussion.`,
    (title) => `These points return from another side in the next section, ${title}.`,
  ],
  researchQuestion: (title) => `What do the collected sources say about ${title}?`,
  documentTypes: {
    essay: 'essay',
    term_paper: 'term paper',
    bachelor_thesis: 'bachelor’s thesis',
    master_thesis: 'master’s thesis',
    doctoral_thesis: 'doctoral thesis',
  },
  introduction: {
    subject: (type, title) => `The subject of this ${type} is stated in its title: ${title}.`,
    question: (topic) => `Its guiding question can be put in one sentence: ${topic}`,
    topic: (topic) => `More precisely, it deals with the following topic: ${topic}`,
    background: [
      'A few statements from the literature may serve to mark out the field.',
      'Some further observations show why the subject calls for a closer look.',
      'The sources approach this field from more than one side.',
    ],
    organisation: [
      (number, title) => `Chapter ${number} is devoted to ${title}.`,
      (number, title) => `Chapter ${number} turns to ${title}.`,
      (number, title) => `The subject of chapter ${number} is ${title}.`,
      (number, title) => `This is followed in chapter ${number} by ${title}.`,
      (number, title) => `Chapter ${number} then takes up ${title}.`,
    ],
    close: 'The conclusion brings the results of the chapters together.',
    method:
      'The text keeps close to its sources: whatever is taken from one of them is cited where it stands.',
  },
  conclusion: {
    opening: (title) => `The chapters above have gathered what the sources say about ${title}.`,
    chapters: [
      (number, title) => `Chapter ${number} brought together sources on ${title}.`,
      (number, title) => `The theme of chapter ${number} was ${title}.`,
      (number, title) => `Chapter ${number} dealt with ${title}.`,
      (number, title) => `In chapter ${number} the discussion turned to ${title}.`,
      (number, title) => `Chapter ${number} followed what has been written about ${title}.`,
    ],
    closing:
      'The sources have been set side by side here; to weigh them against each other, and to ask what they leave open, is the next step.',
  },
};
