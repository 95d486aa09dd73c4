/** An author-year reference written out in prose, such as `Smith et al. (2020)`. */
export interface AuthorYearMention {
  start: number;
  end: number;
  /** First author's family name as written. */
  author: string;
  year: number;
}

const PARTICLE = String.raw`(?:(?:van|von|der|den|de|del|della|di|da|la|le|du|ter|ten)\s+)*`;
const NAME = String.raw`${PARTICLE}\p{Lu}[\p{L}\p{M}'’ʼ-]+`;
const AND = String.raw`(?:\s*,?\s+(?:and|und|et|y|e|a|та|і|й)\s+|\s*,?\s*&\s*|\s*,\s+)`;
const OTHERS = String.raw`(?:\s*,?\s+(?:et\s+al\.?|та\s+ін\.?|u\.\s?a\.|e\s+altri|y\s+otros|a\s+kol\.?))?`;
const YEAR = String.raw`(?<year>1[5-9]\d\d|2[01]\d\d)[a-z]?`;
const NAMES = String.raw`(?<author>${NAME})(?:${AND}${NAME})*${OTHERS}`;

/** `Smith (2020)`, `Smith and Jones (2020, p. 3)` */
const NARRATIVE = new RegExp(
  String.raw`(?<![\p{L}\p{N}@])${NAMES}\s+\(${YEAR}(?:\s*[,:][^()]*)?\)`,
  'gu',
);
/** `(Smith, 2020)`, `(see Smith & Jones, 2020; Doe 2019)`: each part that has a name and a year */
const PARENTHESIS = /\([^()]{3,400}\)/gu;
const PART = new RegExp(
  String.raw`(?<![\p{L}\p{N}@])${NAMES}\s*,?\s+\(?${YEAR}\)?(?=\s*(?:[,;:)]|$))`,
  'gu',
);

/** Words that stand before a year without being an author. */
const NOT_AUTHORS = new Set(
  `january february march april may june july august september october november december
  spring summer autumn winter since until before after in from by during around about circa
  january’s part act law version table figure chapter section year volume
  січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень
  januar februar märz mai juni juli oktober dezember gennaio febbraio marzo aprile maggio giugno
  luglio agosto settembre ottobre novembre dicembre`.split(/\s+/),
);

function mentionOf(match: RegExpExecArray, offset: number): AuthorYearMention | null {
  const author = match.groups?.['author'] ?? '';
  if (NOT_AUTHORS.has(author.toLowerCase())) return null;
  const start = offset + match.index;
  return { start, end: start + match[0].length, author, year: Number(match.groups?.['year']) };
}

/** Every author-year mention of a text, in order, outside Pandoc brackets. */
export function authorYearMentions(text: string): AuthorYearMention[] {
  const prose = text.replace(/\[[^[\]]*@[^[\]]*\]/g, (bracket) => ' '.repeat(bracket.length));
  const found = [...prose.matchAll(NARRATIVE)].map((match) => mentionOf(match, 0));
  for (const parenthesis of prose.matchAll(PARENTHESIS)) {
    for (const match of parenthesis[0].matchAll(PART)) {
      found.push(mentionOf(match, parenthesis.index));
    }
  }
  return found.filter((mention) => mention !== null).sort((a, b) => a.start - b.start);
}
