import type { DocumentLanguage } from '../../common';
import type { SupportGrade } from '../../citations';

/**
 * Sentences beside a passage, graded by hand. `weak`: some of it is carried, or a number, a name
 * or the direction is another one; `unsupported`: the passage does not speak of it.
 */
interface PassageCases {
  passage: string;
  cases: readonly (readonly [SupportGrade, string])[];
}

export const SUPPORT_CASES: Record<DocumentLanguage, PassageCases> = {
  en: {
    passage:
      'Students who took three short tests after reading a chapter remembered 62 percent of the ideas a week later, while students who read it again remembered 41 percent. The advantage of testing appeared only after a delay. Immediately after study, rereading led to slightly better recall. Hannah Lindqvist interprets the difference as slower forgetting.',
    cases: [
      ['supported', 'The advantage of testing appeared only after a delay'],
      [
        'supported',
        'After a week, students who had taken short tests remembered 62 percent of the ideas, and those who read again 41 percent',
      ],
      ['supported', 'Immediately after study, recall was slightly better with rereading'],
      ['supported', 'Lindqvist interprets the advantage of testing as slower forgetting'],
      [
        'weak',
        'After a week, students who had taken short tests remembered 87 percent of the ideas',
      ],
      ['weak', 'Immediately after study, rereading led to slightly worse recall'],
      ['weak', 'The advantage of testing did not appear after a delay'],
      ['weak', 'Petersen interprets the difference as slower forgetting'],
      [
        'weak',
        'Students who took short tests remembered more ideas and slept longer in the following months',
      ],
      ['unsupported', 'Bilingual children acquire vocabulary through songs'],
      ['unsupported', 'Students in rural regions prefer online lectures to seminars'],
      ['unsupported', 'Caffeine doubles the capacity of working memory in adults'],
    ],
  },
  de: {
    passage:
      'Kinder, die täglich zwanzig Minuten laut lasen, verbesserten ihr Textverständnis innerhalb von 14 Wochen deutlich. Bei stillen Lesern blieb das Textverständnis unverändert. Der Wortschatz der Familie erklärte einen großen Teil der Unterschiede. Die Lehrkräfte berichteten außerdem, dass lautes Lesen die Aufmerksamkeit im Unterricht stärkt.',
    cases: [
      ['supported', 'Der Wortschatz der Familie erklärte einen großen Teil der Unterschiede'],
      [
        'supported',
        'Kinder, die täglich laut lasen, verbesserten innerhalb von 14 Wochen ihr Verständnis von Texten',
      ],
      ['supported', 'Das Textverständnis stiller Leser blieb unverändert'],
      [
        'supported',
        'Nach Angaben der Lehrkräfte stärkt lautes Lesen die Aufmerksamkeit im Unterricht',
      ],
      [
        'weak',
        'Kinder, die täglich laut lasen, verbesserten innerhalb von 3 Wochen ihr Textverständnis',
      ],
      ['weak', 'Lautes Lesen stärkt die Aufmerksamkeit im Unterricht nicht'],
      ['weak', 'Kinder, die täglich laut lasen, verschlechterten ihr Textverständnis'],
      [
        'weak',
        'Lautes Lesen stärkt die Aufmerksamkeit und erhöht das spätere Einkommen der Kinder',
      ],
      [
        'weak',
        'Bei stillen Lesern blieb laut Friedrich Baumgarten das Textverständnis unverändert',
      ],
      ['unsupported', 'Der Klimawandel gefährdet die Ernten im Alpenraum'],
      ['unsupported', 'Digitale Tafeln ersetzen bald gedruckte Schulbücher'],
      ['unsupported', 'Kinder aus Städten treiben häufiger Sport als früher'],
    ],
  },
  fr: {
    passage:
      'Les élèves qui reformulent un texte avec leurs propres mots retiennent mieux ses idées principales. Dans cette classe de 28 élèves, la reformulation a pris dix minutes par leçon. Le surlignage, au contraire, n’améliore pas la mémorisation. L’enseignante Claire Vasseur attribue cet effet à un effort plus profond.',
    cases: [
      ['supported', 'Le surlignage n’améliore pas la mémorisation'],
      [
        'supported',
        'Les élèves retiennent mieux les idées principales quand ils reformulent le texte avec leurs propres mots',
      ],
      ['supported', 'Vasseur attribue cet effet à un effort plus profond'],
      ['supported', 'La reformulation a pris dix minutes par leçon dans une classe de 28 élèves'],
      ['weak', 'La reformulation a pris 45 minutes par leçon dans cette classe'],
      ['weak', 'Le surlignage améliore la mémorisation'],
      ['weak', 'Selon Dubreuil, cet effet est dû à un effort plus profond'],
      ['weak', 'Les élèves qui reformulent un texte retiennent moins bien ses idées principales'],
      [
        'weak',
        'Les élèves qui reformulent un texte retiennent ses idées et réussissent tous leurs concours',
      ],
      ['unsupported', 'Le vin rouge protège les artères des personnes âgées'],
      ['unsupported', 'Les inondations ont détruit plusieurs ponts médiévaux'],
      ['unsupported', 'Les bibliothèques municipales ouvrent désormais le dimanche'],
    ],
  },
  es: {
    passage:
      'Los estudiantes que repartieron el estudio en cuatro sesiones recordaron más vocabulario que quienes estudiaron todo en una tarde. La diferencia fue de 18 puntos un mes después. El profesor Ignacio Beltrán advierte que los alumnos prefieren la práctica concentrada porque parece más fácil. La práctica espaciada no exige más tiempo total.',
    cases: [
      ['supported', 'La práctica espaciada no exige más tiempo total'],
      [
        'supported',
        'Repartir el estudio en cuatro sesiones hizo que los estudiantes recordaran más vocabulario',
      ],
      ['supported', 'Un mes después la diferencia fue de 18 puntos'],
      [
        'supported',
        'Beltrán advierte que los alumnos prefieren la práctica concentrada porque les parece más fácil',
      ],
      ['weak', 'Un mes después la diferencia fue de 55 puntos'],
      ['weak', 'La práctica espaciada exige más tiempo total'],
      [
        'weak',
        'Los estudiantes que repartieron el estudio en cuatro sesiones recordaron menos vocabulario',
      ],
      ['weak', 'Según Echeverría, los alumnos prefieren la práctica concentrada'],
      ['weak', 'Los alumnos prefieren la práctica concentrada y abandonan antes la universidad'],
      ['unsupported', 'La sequía redujo la cosecha de aceitunas en el sur'],
      ['unsupported', 'Los museos digitalizan sus colecciones de pintura'],
      ['unsupported', 'El sueño profundo favorece la salud del corazón'],
    ],
  },
  it: {
    passage:
      'Gli studenti che spiegano un concetto ai compagni ne scoprono le lacune. Nel corso osservato, 36 studenti hanno preparato una spiegazione di cinque minuti. Chi ha soltanto ascoltato non ha migliorato il proprio risultato. Secondo Marta Ferrero la spiegazione rende visibile ciò che ancora non si comprende.',
    cases: [
      ['supported', 'Chi ha soltanto ascoltato non ha migliorato il proprio risultato'],
      [
        'supported',
        'Gli studenti scoprono le proprie lacune quando spiegano un concetto ai compagni',
      ],
      ['supported', 'Nel corso 36 studenti hanno preparato una spiegazione di cinque minuti'],
      ['supported', 'Per Ferrero la spiegazione rende visibile ciò che non si comprende ancora'],
      ['weak', 'Nel corso 120 studenti hanno preparato una spiegazione di cinque minuti'],
      ['weak', 'Chi ha soltanto ascoltato ha migliorato il proprio risultato'],
      ['weak', 'Secondo Colombo la spiegazione rende visibile ciò che ancora non si comprende'],
      [
        'weak',
        'Gli studenti che spiegano un concetto ai compagni trovano lavoro prima e guadagnano meglio',
      ],
      ['weak', 'Gli studenti che spiegano un concetto ai compagni non ne scoprono le lacune'],
      ['unsupported', 'Il turismo estivo consuma le spiagge della costa'],
      ['unsupported', 'La dieta mediterranea riduce il rischio di diabete'],
      ['unsupported', 'Le biblioteche scolastiche acquistano nuovi romanzi'],
    ],
  },
  uk: {
    passage:
      'Студенти, які розподіляли повторення на чотири тижні, краще запам’ятали терміни, ніж ті, хто повторював усе за один вечір. Через місяць різниця становила 23 відсотки. Підкреслювання тексту не покращує запам’ятовування. Викладачка Оксана Гнатюк пояснює це тим, що пригадування потребує зусилля.',
    cases: [
      ['supported', 'Підкреслювання тексту не покращує запам’ятовування'],
      [
        'supported',
        'Студенти краще запам’ятовують терміни, коли розподіляють повторення на чотири тижні',
      ],
      ['supported', 'Різниця через місяць становила 23 відсотки'],
      ['supported', 'Гнатюк пояснює це зусиллям, якого потребує пригадування'],
      ['weak', 'Різниця через місяць становила 70 відсотків'],
      ['weak', 'Підкреслювання тексту покращує запам’ятовування'],
      ['weak', 'Студенти, які розподіляли повторення на чотири тижні, гірше запам’ятали терміни'],
      ['weak', 'На думку Савченка, пригадування потребує зусилля'],
      [
        'weak',
        'Студенти, які розподіляли повторення, краще запам’ятали терміни та рідше хворіли взимку',
      ],
      ['unsupported', 'Посуха зменшила врожай пшениці на півдні'],
      ['unsupported', 'Міські музеї оцифровують колекції живопису'],
      ['unsupported', 'Нічний сон захищає серце літніх людей'],
    ],
  },
  cs: {
    passage:
      'Žáci, kteří si látku opakovali v delších rozestupech, si po měsíci vybavili více pojmů než žáci, kteří se učili najednou. Rozdíl činil 19 bodů. Podtrhávání textu nezlepšuje zapamatování. Učitelka Jana Horáková vysvětluje tento rozdíl námahou při vybavování.',
    cases: [
      ['supported', 'Podtrhávání textu nezlepšuje zapamatování'],
      [
        'supported',
        'Po měsíci si žáci, kteří látku opakovali v delších rozestupech, vybavili více pojmů',
      ],
      ['supported', 'Rozdíl činil 19 bodů'],
      ['supported', 'Horáková tento rozdíl vysvětluje námahou při vybavování'],
      ['weak', 'Rozdíl činil 64 bodů'],
      ['weak', 'Podtrhávání textu zlepšuje zapamatování'],
      [
        'weak',
        'Žáci, kteří si látku opakovali v delších rozestupech, si po měsíci vybavili méně pojmů',
      ],
      ['weak', 'Podle Dvořáka souvisí tento rozdíl s námahou při vybavování'],
      [
        'weak',
        'Žáci, kteří si látku opakovali v rozestupech, si vybavili více pojmů a méně často chyběli',
      ],
      ['unsupported', 'Sucho snížilo úrodu chmele na severu'],
      ['unsupported', 'Městské galerie digitalizují sbírky obrazů'],
      ['unsupported', 'Noční spánek chrání srdce starších lidí'],
    ],
  },
};
