import { DOCUMENT_LANGUAGES, type DocumentLanguage } from '../../common';
import { SUPPORT_CASES } from '../../testing/citations/support-cases';
import { attributedNames } from './attributed-names';
import { KnownNames } from './known-names';

const SAID: Record<DocumentLanguage, readonly (readonly [name: string, sentence: string])[]> = {
  en: [
    ['Smithers', 'According to Smithers, cramming never works.'],
    ['Smithers', 'Smithers argues that cramming never works.'],
    ['Smithers', 'In the 1990s, Waylon J. Smithers contends that it works.'],
    ['Smithers', 'As Smithers notes, sleep is a skill.'],
    ['Smithers', 'Long ago Waylon Smithers claims that it works.'],
    ['Berg', 'It never works, according to Anna van der Berg.'],
  ],
  de: [
    ['Lindner', 'Nach Ansicht von Lindner, so heißt es, hilft Schlaf.'],
    ['Lindner', 'Lindner argumentiert, dass Schlaf hilft.'],
    ['Lindner', 'Schlaf hilft, wie Paula Lindner betont.'],
    ['Lindner', 'Zuletzt hat es geholfen, und Paula Lindner meint, dass es so bleibt.'],
  ],
  fr: [
    ['Marchand', 'Selon Marchand, le sommeil aide.'],
    ['Marchand', 'D’après Paul Marchand, le sommeil aide.'],
    ['Marchand', 'Paul Marchand affirme que le sommeil aide.'],
    ['Marchand', 'Comme le souligne Marchand, le sommeil aide.'],
  ],
  es: [
    ['Quintana', 'Según Quintana, dormir ayuda.'],
    ['Quintana', 'Rosa Quintana sostiene que dormir ayuda.'],
    ['Quintana', 'Como señala Quintana, dormir ayuda.'],
  ],
  it: [
    ['Ferrante', 'Secondo Ferrante, il sonno aiuta.'],
    ['Ferrante', 'Maria Ferrante sostiene che il sonno aiuta.'],
    ['Ferrante', 'Come osserva Ferrante, il sonno aiuta.'],
  ],
  uk: [
    ['Гнатенка', 'На думку Гнатенка, сон допомагає.'],
    ['Гнатенко', 'Гнатенко стверджує, що сон допомагає.'],
    ['Гнатенко', 'Сон допомагає, як зазначає Олена Гнатенко.'],
    ['Мороз', 'Олена Мороз наголошує, що сон допомагає.'],
  ],
  cs: [
    ['Doležala', 'Podle Doležala, jak známo, spánek pomáhá.'],
    ['Doležal', 'Jan Doležal tvrdí, že spánek pomáhá.'],
    ['Doležalová', 'Doležalová uvádí, že spánek pomáhá.'],
    ['Doležal', 'Spánek pomáhá, jak píše Doležal.'],
  ],
};

/** Sentences that look alike and name nobody. */
const UNSAID: Record<DocumentLanguage, readonly string[]> = {
  en: [
    'According to Bloom’s taxonomy, and according to Table 2, this holds.',
    'According to German law, it is so; according to UNESCO, too.',
    'Research argues that it helps. Nobody claims that it fails. He writes that it does.',
    'The Guardian writes that it helps, and the European Commission notes that it does.',
    'Germany maintains that it helps. Society asserts that it does.',
    'Psychologism asserts that it is so. As Chapter 3 notes, it is.',
    'Spacing concludes that spacing helps. Popular claims that it fails are wrong.',
    'Field notes that were lost, and margin reports that nobody read, count as well.',
  ],
  de: [
    'Die Studie argumentiert, dass Schlaf hilft, weil der Staat betont, dass er hilft.',
    'Nach Ansicht von Forschern, Eltern und Kritik betont, dass es geht.',
    'Forschung behauptet, dass Schlaf hilft. Er meint, dass es geht. Niemand meint, dass es schadet.',
    'Deutschland betont, dass es hilft. Die Zeit schreibt, dass es hilft.',
  ],
  fr: [
    'Selon la Commission, et selon l’OCDE, cela aide. Selon France, aussi.',
    'L’auteur affirme que cela aide. Il soutient que oui. Le Monde écrit que non.',
    'Selon le Conseil, la Cour estime que cela aide.',
  ],
  es: [
    'También afirma que ayuda. Además sostiene que sí. Según España, ayuda.',
    'Según el Consejo, la Biblia señala que ayuda. El País escribe que sí, y según El Correo, no.',
  ],
  it: [
    'Inoltre sostiene che aiuta. Secondo la Corte, aiuta. Secondo Italia, pure.',
    'La Stampa scrive che aiuta, e il Consiglio ritiene che no.',
  ],
  uk: [
    'Автор стверджує, що сон допомагає. Дослідниця зазначає, що так.',
    'На думку Міністерства освіти, сон допомагає. На думку ООН, теж. На думку Ради, теж.',
    'Дослідження доводить, що сон допомагає. За словами Автора, так.',
  ],
  cs: [
    'Autor tvrdí, že spánek pomáhá. Studie uvádí, že ano. Podle Ústavy, pomáhá.',
    'Podle Evropské komise, spánek pomáhá. Podle OSN, také.',
  ],
};

const cases = (table: Record<DocumentLanguage, readonly unknown[]>) =>
  DOCUMENT_LANGUAGES.flatMap((language) => table[language].map((one) => [language, one] as const));

describe('those to whom a text attributes what it says', () => {
  it.each(cases(SAID))('are found in %s: %j', (language, one) => {
    const [name, sentence] = one as readonly [string, string];
    expect(attributedNames(sentence, language)).toEqual([name]);
  });

  it.each(cases(UNSAID))('are not found in %s: %j', (language, sentence) => {
    expect(attributedNames(sentence as string, language)).toEqual([]);
  });

  it('are no words that the text writes small elsewhere', () => {
    expect(attributedNames('Sleep argues that it helps.', 'en')).toEqual(['Sleep']);
    expect(attributedNames('Sleep argues that it helps.', 'en', 'We need sleep.')).toEqual([]);
  });

  it.each(DOCUMENT_LANGUAGES)('are known in %s from what the document has', (language) => {
    const { passage, cases: graded } = SUPPORT_CASES[language];
    const known = new KnownNames(['Doe'], [passage], language);
    const found = graded
      .filter(([grade]) => grade === 'supported')
      .flatMap(([, sentence]) => attributedNames(sentence, language));
    expect(found.filter((name) => !known.has(name))).toEqual([]);
  });

  it('are known as authors and in passages, in their cases', () => {
    const known = new KnownNames(['Шевченко'], ['Про це писав Гнатенко.'], 'uk');
    expect(['Шевченка', 'Гнатенка', 'Мороз'].map((name) => known.has(name))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it.each(['Aa ', 'According to A. ', 'van ', 'A. A. A. ', ' '])(
    'takes time in proportion to a text of nothing but %j',
    (piece) => {
      const started = performance.now();
      for (const language of DOCUMENT_LANGUAGES) attributedNames(piece.repeat(5000), language);
      expect(performance.now() - started).toBeLessThan(5000);
    },
  );
});
