/** An author-year reference written out in prose, such as `Smith et al. (2020)`. */
export interface AuthorYearMention {
  start: number;
  end: number;
  /** First author's family name as written. */
  author: string;
  /** Null for `Smith et al.` without one. */
  year: number | null;
  /**
   * Said in running prose, as `Smith showed in 2031`: in a sentence with a citation it may tell
   * what the cited source reports of others.
   */
  loose: boolean;
}

const PARTICLE = String.raw`(?:(?:van|von|der|den|de|del|della|di|da|la|le|du|ter|ten)\s{1,3}){0,3}`;
const NAME = String.raw`${PARTICLE}\p{Lu}[\p{L}\p{M}'’ʼ-]{1,40}`;
const AND = String.raw`(?:\s{0,2},?\s{1,3}(?:and|und|et|y|e|a|та|і|й)\s{1,3}|\s{0,2},?\s{0,2}&\s{0,2}|\s{0,2},\s{1,3})`;
const ET_AL = String.raw`\s{0,2},?\s{1,3}(?:et\.?\s{1,3}al(?:ii|ia)?\.?|et\s{1,3}coll\.?|(?:та|і|й)\s{1,3}(?:ін\.?|інші)|(?:and|und|et|y|e|a)\s{1,3}(?:colleagues|others|kolleg\p{L}*|mitarbeite\p{L}*|coll[èe]g\p{L}*|colegas|otros|cols?\.|altri|kol\.|kolektiv\p{L}*))`;
const OTHERS = String.raw`(?:${ET_AL}|\s{0,2},?\s{1,3}(?:u\.\s?a\.|e\s{1,3}altri|y\s{1,3}otros|a\s{1,3}kol\.?))?`;
const YEAR = String.raw`(?<year>1[5-9]\d\d|2[01]\d\d)[a-z]?(?![\p{L}\d])`;
const NAMES = String.raw`(?<author>${NAME})(?:${AND}${NAME}){0,8}${OTHERS}`;
const BEFORE = String.raw`(?<![\p{L}\p{N}@])`;

/** `Smith (2020)`, `Smith and Jones (2020, p. 3)`, `Smith’s [2020]` */
const NARRATIVE = new RegExp(
  String.raw`${BEFORE}${NAMES}(?:['’]s)?\s{0,3}[([]\s{0,3}${YEAR}(?:\s{0,3}[,:;][^()[\]]{0,300})?[)\]]`,
  'gu',
);
/** `(Smith, 2020)`, `(see Smith & Jones, 2020; Doe 2019)`: each part that has a name and a year */
const PARENTHESIS = /[([][^()[\]]{3,400}[)\]]/gu;
const PART = new RegExp(
  String.raw`${BEFORE}${NAMES}\s{0,2},?\s{1,3}\(?${YEAR}\)?(?=\s{0,3}(?:[,;:)\]]|$))`,
  'gu',
);
/** `Smith, J., & Roe, A. B. (2031)`, and the whole of its line where that begins so: an entry of a list */
const INITIALS = String.raw`,\s{1,3}\p{Lu}\.(?:[\s-]?\p{Lu}\.){0,3}`;
const ENTRY_HEAD = String.raw`(?<author>${NAME})${INITIALS}(?:(?:${AND}|\s{1,2})${NAME}${INITIALS}){0,5}[^.()\n]{0,12}\(${YEAR}[^()]{0,60}\)`;
const ENTRY = new RegExp(`${BEFORE}${ENTRY_HEAD}`, 'gu');
const ENTRY_LINE = new RegExp(
  String.raw`^[ \t]{0,8}(?:[-+]|\d{1,4}[.)]|\[\d{1,4}\])?[ \t]{0,4}${ENTRY_HEAD}[^\n]*`,
  'gmu',
);

const WORDS = String.raw`(?:[\p{Ll}’'-]{1,30}\s{1,3})`;
/** Stems of verbs that report, and of what is reported on, in all languages. */
const REPORTS = String.raw`(?:f(?:ound|and)|show|report|argu|demonstrat|prov(?:ed|es)|conclud|claim|observ|establish|publi|discover|zeig|belegt|bewies|berichtet|argumentier|stellte|montr|démontr|constat|affirm|rapport|conclu|prouv|muestr|mostr|demostr|demuestr|encontr|hall|dimostr|trov|afferm|riport|показа|довел|довів|виявив|виявил|встанов|стверд|ukáza|zjisti|prokáza|tvrd|dokáza)\p{Ll}{0,20}`;
const WORK = String.raw`(?:study|paper|article|review|survey|experiment|studie|arbeit|untersuchung|étude|article|estudio|artículo|studio|articolo|дослідженн\p{L}|стат\p{L}{1,5}|výzkum\p{L}{0,5}|članek)`;
const LOOSE = [
  // `Smith et al.`, with the year that follows if there is one
  String.raw`${BEFORE}(?<author>${NAME})(?:${AND}${NAME}){0,8}${ET_AL}(?:(?:['’]s)?\s{0,2},?\s{0,3}(?:${WORDS}{0,2})?${YEAR})?`,
  // `Smith found in 2031`, `Smith hat 2031 gezeigt`
  String.raw`${BEFORE}${NAMES}\s{1,3}${WORDS}{0,2}${REPORTS}\s{1,3}${WORDS}{0,3}${YEAR}`,
  String.raw`${BEFORE}${NAMES}\s{1,3}${WORDS}{0,3}${YEAR}\s{1,3}${WORDS}{0,2}${REPORTS}`,
  // `In 2031 Smith showed`
  String.raw`(?<![\p{L}\d])${YEAR}\s{0,2},?\s{1,3}${WORDS}{0,2}${NAMES}\s{1,3}${REPORTS}`,
  String.raw`(?<![\p{L}\d])${YEAR}\s{0,2},?\s{1,3}${REPORTS}\s{1,3}${NAMES}`,
  // `a 2031 study by Smith`, `a study by Smith from 2031`
  String.raw`(?<![\p{L}\d])${YEAR}\s{1,3}${WORK}\s{0,2},?\s{1,3}${WORDS}{0,2}${NAMES}`,
  String.raw`(?<!\p{L})${WORK}\s{1,3}${WORDS}{0,2}${NAMES}\s{0,2},?\s{1,3}${WORDS}{0,3}${YEAR}`,
].map((pattern) => new RegExp(pattern, 'gu'));

/** Words that stand before a year without being an author. */
const NOT_AUTHORS = new Set(
  `january february march april may june july august september october november december
  spring summer autumn winter since until before after in from by during around about circa
  january’s part act law version table figure chapter section year volume
  січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень
  januar februar märz mai juni juli oktober dezember gennaio febbraio marzo aprile maggio giugno
  luglio agosto settembre ottobre novembre dicembre`.split(/\s+/),
);

function mentionOf(
  match: RegExpExecArray,
  offset: number,
  loose: boolean,
): AuthorYearMention | null {
  const author = match.groups?.['author'] ?? '';
  if (NOT_AUTHORS.has(author.toLowerCase())) return null;
  const start = offset + match.index;
  const year = match.groups?.['year'];
  const end = start + match[0].length;
  return { start, end, author, year: year === undefined ? null : Number(year), loose };
}

/** Every author-year mention of a text, in order, outside Pandoc brackets. */
export function authorYearMentions(text: string): AuthorYearMention[] {
  const prose = text.replace(/\[[^[\]]*@[^[\]]*\]/g, (bracket) => ' '.repeat(bracket.length));
  const exact = [ENTRY_LINE, NARRATIVE, ENTRY].flatMap((form) =>
    [...prose.matchAll(form)].map((match) => mentionOf(match, 0, false)),
  );
  for (const parenthesis of prose.matchAll(PARENTHESIS)) {
    for (const match of parenthesis[0].matchAll(PART)) {
      exact.push(mentionOf(match, parenthesis.index, false));
    }
  }
  const found = exact.filter((mention) => mention !== null);
  const told = LOOSE.flatMap((form) =>
    [...prose.matchAll(form)].map((match) => mentionOf(match, 0, true)),
  ).filter((mention) => mention !== null);
  const taken = new Uint8Array(prose.length);
  for (const { start, end } of found) taken.fill(1, start, end);
  for (const one of told) {
    if (taken.subarray(one.start, one.end).includes(1)) continue;
    found.push(one);
    taken.fill(1, one.start, one.end);
  }
  return found.sort((a, b) => a.start - b.start);
}
