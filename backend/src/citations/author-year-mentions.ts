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

const PARTICLE = String.raw`(?:(?:van|von|der|den|de|del|della|di|da|la|le|du|ter|ten)\s+)*`;
const NAME = String.raw`${PARTICLE}\p{Lu}[\p{L}\p{M}'’ʼ-]+`;
const AND = String.raw`(?:\s*,?\s+(?:and|und|et|y|e|a|та|і|й)\s+|\s*,?\s*&\s*|\s*,\s+)`;
const ET_AL = String.raw`\s*,?\s+(?:et\.?\s+al(?:ii|ia)?\.?|et\s+coll\.?|(?:та|і|й)\s+(?:ін\.?|інші)|(?:and|und|et|y|e|a)\s+(?:colleagues|others|kolleg\p{L}*|mitarbeite\p{L}*|coll[èe]g\p{L}*|colegas|otros|cols?\.|altri|kol\.|kolektiv\p{L}*))`;
const OTHERS = String.raw`(?:${ET_AL}|\s*,?\s+(?:u\.\s?a\.|e\s+altri|y\s+otros|a\s+kol\.?))?`;
const YEAR = String.raw`(?<year>1[5-9]\d\d|2[01]\d\d)[a-z]?(?![\p{L}\d])`;
const NAMES = String.raw`(?<author>${NAME})(?:${AND}${NAME})*${OTHERS}`;
const BEFORE = String.raw`(?<![\p{L}\p{N}@])`;

/** `Smith (2020)`, `Smith and Jones (2020, p. 3)`, `Smith’s [2020]` */
const NARRATIVE = new RegExp(
  String.raw`${BEFORE}${NAMES}(?:['’]s)?\s*[([]\s*${YEAR}(?:\s*[,:;][^()[\]]*)?[)\]]`,
  'gu',
);
/** `(Smith, 2020)`, `(see Smith & Jones, 2020; Doe 2019)`: each part that has a name and a year */
const PARENTHESIS = /[([][^()[\]]{3,400}[)\]]/gu;
const PART = new RegExp(
  String.raw`${BEFORE}${NAMES}\s*,?\s+\(?${YEAR}\)?(?=\s*(?:[,;:)\]]|$))`,
  'gu',
);
/** `Smith, J., & Roe, A. B. (2031)`, and the whole of its line where that begins so: an entry of a list */
const INITIALS = String.raw`,\s+(?:\p{Lu}\.[\s-]?)+`;
const ENTRY_HEAD = String.raw`(?<author>${NAME})${INITIALS}(?:${AND}?\s*${NAME}${INITIALS})*[^.()\n]{0,12}\(${YEAR}[^()]*\)`;
const ENTRY = new RegExp(`${BEFORE}${ENTRY_HEAD}`, 'gu');
const ENTRY_LINE = new RegExp(
  String.raw`^[ \t]*(?:[-+]|\d+[.)]|\[\d+\])?[ \t]*${ENTRY_HEAD}[^\n]*`,
  'gmu',
);

const WORDS = String.raw`(?:[\p{Ll}’'-]+\s+)`;
/** Stems of verbs that report, and of what is reported on, in all languages. */
const REPORTS = String.raw`(?:f(?:ound|and)|show|report|argu|demonstrat|prov(?:ed|es)|conclud|claim|observ|establish|publi|discover|zeig|belegt|bewies|berichtet|argumentier|stellte|montr|démontr|constat|affirm|rapport|conclu|prouv|muestr|mostr|demostr|demuestr|encontr|hall|dimostr|trov|afferm|riport|показа|довел|довів|виявив|виявил|встанов|стверд|ukáza|zjisti|prokáza|tvrd|dokáza)\p{Ll}*`;
const WORK = String.raw`(?:study|paper|article|review|survey|experiment|studie|arbeit|untersuchung|étude|article|estudio|artículo|studio|articolo|дослідженн\p{L}|стат\p{L}+|výzkum\p{L}*|članek)`;
const LOOSE = [
  // `Smith et al.`, with the year that follows if there is one
  String.raw`${BEFORE}(?<author>${NAME})(?:${AND}${NAME})*${ET_AL}(?:(?:['’]s)?\s*,?\s*(?:${WORDS}{0,2})?${YEAR})?`,
  // `Smith found in 2031`, `Smith hat 2031 gezeigt`
  String.raw`${BEFORE}${NAMES}\s+${WORDS}{0,2}${REPORTS}\s+${WORDS}{0,3}${YEAR}`,
  String.raw`${BEFORE}${NAMES}\s+${WORDS}{0,3}${YEAR}\s+${WORDS}{0,2}${REPORTS}`,
  // `In 2031 Smith showed`
  String.raw`(?<![\p{L}\d])${YEAR}\s*,?\s+${WORDS}{0,2}${NAMES}\s+${REPORTS}`,
  String.raw`(?<![\p{L}\d])${YEAR}\s*,?\s+${REPORTS}\s+${NAMES}`,
  // `a 2031 study by Smith`, `a study by Smith from 2031`
  String.raw`(?<![\p{L}\d])${YEAR}\s+${WORK}\s*,?\s+${WORDS}{0,2}${NAMES}`,
  String.raw`(?<!\p{L})${WORK}\s+${WORDS}{0,2}${NAMES}\s*,?\s+${WORDS}{0,3}${YEAR}`,
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
  for (const one of told) {
    if (!found.some(({ start, end }) => start < one.end && one.start < end)) found.push(one);
  }
  return found.sort((a, b) => a.start - b.start);
}
