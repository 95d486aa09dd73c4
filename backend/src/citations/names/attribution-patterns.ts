import type { DocumentLanguage } from '../../common';

const NAME = String.raw`\p{Lu}[\p{L}\p{M}'’ʼ-]{2,40}`;
const GIVEN = String.raw`(?:\p{Lu}[\p{L}\p{M}'’ʼ-]{0,40}\.?\s{1,3}){0,3}`;
const FULL_NAME = String.raw`(?:\p{Lu}[\p{L}\p{M}'’ʼ-]{0,40}\.?\s{1,3}){1,3}`;
const PARTICLE = String.raw`(?:(?:van|von|der|den|de|del|della|di|du|la|le)\s{1,3}){0,3}`;
/** Of somebody who is named, the surname. */
const SOMEBODY = String.raw`(?!(?:The|El|La|Los|Las|Le|Les|Il|Lo|Gli|Der|Die|Das)\s)${GIVEN}${PARTICLE}(?<name>${NAME})`;
const BY_FULL_NAME = String.raw`${FULL_NAME}${PARTICLE}(?<name>${NAME})`;
const BEFORE = String.raw`(?<![\p{L}\p{M}\p{N}])`;
/** Where a name ends that nothing else goes on from: `Bloom’s taxonomy`, `German law` do. */
const AFTER = String.raw`(?![\p{L}\p{M}\p{N}'’-])(?=\s{0,3}(?:[,.;:!?)»“”]|$))`;
const WORD_END = String.raw`(?![\p{L}\p{M}])`;

interface Forms {
  /** What stands before whom it is said by: `according to`. */
  by: string;
  /** `as … says`: the verbs that stand between. */
  as?: string;
  /** What somebody does, and `that`. */
  says: string;
  /** `As Smithers says`, where the verb comes last: both words. */
  asLast?: readonly [as: string, says: string];
  /** Verbs that are nouns as well, as in `popular claims that …`: only after a full name. */
  saysOrNouns?: string;
  /** Surnames that are known by their ends, in languages in which any word may begin a sentence. */
  surname?: string;
  /**
   * Where one word before the verb is a name: nowhere but where it ends as a surname, within a
   * sentence only, at its start only (in German every noun has a capital), or anywhere.
   */
  alone: 'surname' | 'inside' | 'first' | 'anywhere';
}

/** Only constructions in which a person speaks; what research or a table shows is no name. */
const FORMS: Record<DocumentLanguage, Forms> = {
  en: {
    by: 'according to|in the (?:words|view|opinion) of',
    says: String.raw`(?:argues|contends|maintains|asserts|writes|observes|points\s+out|concludes|emphasi[sz]es)\s+that`,
    saysOrNouns: String.raw`(?:claims|notes|stresses|reports)\s+that`,
    asLast: [
      'as',
      'argues|claims|contends|maintains|writes|notes|observes|points out|puts it|stresses|explains',
    ],
    alone: 'anywhere',
  },
  de: {
    by: 'nach (?:Ansicht|Meinung|Auffassung) von|in den Worten von',
    says: String.raw`(?:argumentiert|behauptet|meint|schreibt|konstatiert|betont|argumentierte|behauptete|meinte|schrieb|betonte),\s+dass`,
    asLast: ['wie', 'argumentiert|behauptet|meint|schreibt|konstatiert|betont|schrieb|betonte'],
    alone: 'first',
  },
  fr: {
    by: "selon|d[’']après",
    as: String.raw`comme\s+l[e’'](?:\s+)?(?:affirme|soutient|écrit|note|souligne|observe|rappelle|explique)`,
    says: String.raw`(?:affirme|soutient|estime|avance|écrit|note|souligne|prétend|observe|rappelle|explique)\s+qu(?:e|[’'])`,
    alone: 'inside',
  },
  es: {
    by: 'según|en palabras de|a juicio de|en opinión de',
    as: 'como (?:afirma|sostiene|señala|escribe|apunta|observa|argumenta)',
    says: String.raw`(?:afirma|sostiene|argumenta|señala|considera|escribe|asegura|defiende|plantea|observa|subraya)\s+que`,
    alone: 'inside',
  },
  it: {
    by: 'secondo|a detta di|a parere di|nelle parole di',
    as: 'come (?:afferma|sostiene|scrive|osserva|nota|sottolinea)',
    says: String.raw`(?:sostiene|afferma|scrive|osserva|ritiene|nota|sottolinea|argomenta)\s+che`,
    alone: 'inside',
  },
  uk: {
    by: 'за словами|на думку|на переконання|як (?:зазначає|стверджує|пише|наголошує|підкреслює|вказує|зауважує)',
    says: String.raw`(?:стверджує|зазначає|наголошує|вважає|доводить|пише|переконує|підкреслює|зауважує),\s+що`,
    surname: String.raw`енко|чук|щук|[сцз]ький|[сцз]ька`,
    alone: 'surname',
  },
  cs: {
    by: 'podle|dle|slovy|jak (?:uvádí|tvrdí|píše|poznamenává|zdůrazňuje)',
    says: String.raw`(?:tvrdí|uvádí|píše|zdůrazňuje|argumentuje|poznamenává|soudí|míní),\s+že`,
    surname: 'ová',
    alone: 'surname',
  },
};

const spaced = (words: string): string => words.replaceAll(' ', String.raw`\s{1,3}`);
/** With a capital as the first of a sentence, too. */
const either = (words: string): string =>
  spaced(words)
    .split('|')
    .map((one) => one.replace(/^\p{Ll}/u, (first) => `[${first}${first.toUpperCase()}]`))
    .join('|');

/** Within a sentence. */
const INSIDE = String.raw`(?<=[\p{Ll},;:]\s{1,3})`;
const FIRST = String.raw`(?<=^|[.!?]\s{1,3})`;

/** One word that says something. */
function single({ alone, surname = '' }: Forms): string {
  if (alone === 'surname')
    return String.raw`${BEFORE}(?<name>\p{Lu}[\p{L}\p{M}'’ʼ-]{1,40}(?:${surname}))`;
  const place = { inside: INSIDE, first: FIRST, anywhere: BEFORE }[alone];
  return String.raw`${place}(?<name>${NAME})`;
}

function patternsOf(forms: Forms): RegExp[] {
  const { by, as, says, saysOrNouns, asLast, alone } = forms;
  // an elision has no end of its own
  const saying = String.raw`\s{1,3}${says}${says.endsWith("[’'])") ? '' : WORD_END}`;
  const full = String.raw`${alone === 'first' ? INSIDE : BEFORE}${BY_FULL_NAME}`;
  const all = [
    String.raw`${BEFORE}(?:${either(by)})\s{1,3}${SOMEBODY}${AFTER}`,
    full + saying,
    single(forms) + saying,
  ];
  if (saysOrNouns !== undefined) all.push(String.raw`${full}\s{1,3}${saysOrNouns}${WORD_END}`);
  if (as !== undefined) all.push(String.raw`${BEFORE}(?:${either(as)})\s{1,3}${SOMEBODY}${AFTER}`);
  if (asLast !== undefined) {
    const [word, verbs] = asLast;
    const verb = String.raw`(?:${spaced(verbs)})${WORD_END}`;
    all.push(String.raw`${BEFORE}${either(word)}\s{1,3}${SOMEBODY}\s{1,3}${verb}`);
  }
  return all.map((form) => new RegExp(form, 'gu'));
}

const PATTERNS = Object.fromEntries(
  Object.entries(FORMS).map(([language, forms]) => [language, patternsOf(forms)]),
) as unknown as Record<DocumentLanguage, readonly RegExp[]>;

/** What says in a language that somebody says something; each has a group `name`. */
export const attributionPatterns = (language: DocumentLanguage): readonly RegExp[] =>
  PATTERNS[language];
