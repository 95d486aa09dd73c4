import type { DocumentLanguage } from '../../common';
import { lexiconOf } from '../../language';
import { attributionPatterns } from './attribution-patterns';

/** Beginnings of words with a capital that name no person: places in a text, bodies, whoever it is. */
const NO_PERSON = new RegExp(
  String.raw`^(?:${[
    'chapter|section|table|figure|appendix|article|act|bank|union|organi[sz]ation|council|commission',
    'committee|ministry|institute|university|association|agency|office|parliament|court|constitution',
    'bible|government|theor|research|evidence|literature|scholarship|tradition|societ|scien|nature$',
    'history|industr|cultur|media|school|every|some(?:one|body)|nobody|anyone|critique|times$',
    'kapitel|abschnitt|tabelle|abbildung|gesetz|grundgesetz|bundes|regierung|ministerium|verband',
    'kommission|gericht|kritik|literatur|politik|theorie|psychologie|pädagogik|niemand|jemand',
    'chapitre|tableau|loi|conseil|ministère|université|gouvernement|nations?|europe|cour$|sénat|état',
    'église|personne|capítulo|tabla|ley|constitución|consejo|ministerio|universidad|gobierno|nacion',
    'tribunal|estado|iglesia|capitolo|tabella|legge|costituzione|consiglio|ministero|università',
    'governo|nazioni|corte$|stato|chiesa|academ|accadem|académ|assembl',
    'розділ|таблиц|закон|конституці|міністерств|університет|уряд|рад[иа]$|комісі|союз|організаці',
    'автор|дослідни|учен|вчен|науков|експерт|академі',
    'kapitol|tabulk|zákon|ústav|listin|úmluv|chart|ministerst|univerzit|vlád|komis|uni[ei]|organizac',
    'studi|výzkum|expert|soud|akademi',
  ].join('|')})`,
  'iu',
);
/** Nouns that are made of other words: what they name is an idea. */
const IDEA =
  /(?:ism|ology|ics|tion|ment|ness|ity|ance|ence|ship|ung|heit|keit|schaft|ismus|ität|tion|logie|tik|nis|ismo|zione|ción|logía|logia|isme|ністю|ість|ізм|ство|ismus|ost)$/iu;
/** German puts a capital to every noun, and several of persons end so. */
const PLURAL_DE = /(?:e[rl]n|innen|isten|enten|anten|oren|ologen|ogen|eute|leuten)$/u;

/** A whole word in small letters somewhere in the text: no name there either. */
const isWordOf = (text: string, name: string): boolean =>
  new RegExp(String.raw`(?<![\p{L}\p{M}])${name.toLowerCase()}(?![\p{L}\p{M}])`, 'u').test(text);

function isPlain(name: string, text: string, language: DocumentLanguage): boolean {
  if (name === name.toUpperCase() || NO_PERSON.test(name) || IDEA.test(name)) return true;
  if (language === 'de' && PLURAL_DE.test(name)) return true;
  return lexiconOf(language).isStopWord(name) || isWordOf(text, name);
}

const REGIONS = new Map<DocumentLanguage, ReadonlySet<string>>();
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('');

/** The names of all countries. */
function countries(language: DocumentLanguage): ReadonlySet<string> {
  const known = REGIONS.get(language);
  if (known !== undefined) return known;
  const names = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second));
  const found = new Set(codes.flatMap((code) => names.of(code)?.split(/[\s-]/) ?? []));
  REGIONS.set(language, found);
  return found;
}

/** An article before a name with a capital: a paper or a body. */
const ARTICLE =
  /(?:^|[^\p{L}])(?:the|an?|le|la|les|l['’]|une?|el|los|las|una|il|lo|gli|i|der|die|das|den|dem|des|eine?)\s{0,3}$/iu;
const OWN_ARTICLE = /^(?:the|le|la|les|el|los|las|il|lo|gli|der|die|das)\s/iu;

/**
 * Surnames of those to whom a sentence attributes what it says, as in `according to Smithers`, each
 * once. Only plain constructions count, and words that may be no names do not.
 * @param text that the sentence is of: what it writes small elsewhere is no name
 */
export function attributedNames(
  sentence: string,
  language: DocumentLanguage,
  text = sentence,
): string[] {
  const names = attributionPatterns(language).flatMap((pattern) =>
    [...sentence.matchAll(pattern)].flatMap(({ index, 0: match, groups }) => {
      const before = sentence.slice(Math.max(0, index - 10), index);
      return ARTICLE.test(before) || OWN_ARTICLE.test(match) ? [] : (groups?.['name'] ?? []);
    }),
  );
  return [...new Set(names)].filter(
    (name) => !isPlain(name, text, language) && !countries(language).has(name),
  );
}
