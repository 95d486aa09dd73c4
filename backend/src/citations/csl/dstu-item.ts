interface Reference {
  title?: unknown;
  language?: unknown;
  author?: unknown;
}

/** More authors than these stand after the title. */
const HEADING_AUTHORS = 3;

const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN = /\p{Script=Latin}/u;

/** The language of `de-AT`, without its country. */
const LANGUAGE = /^[a-z]{2,3}(?![a-z])/i;

/** What the reference says, else what its title is written in; undefined leaves it to the document. */
function languageOf({ language, title }: Reference): string | undefined {
  const stated = typeof language === 'string' ? LANGUAGE.exec(language)?.[0] : undefined;
  if (stated !== undefined) return stated;
  const text = String(title);
  if (CYRILLIC.test(text)) return 'uk';
  return LATIN.test(text) ? 'en' : undefined;
}

/**
 * A reference with what DSTU 8302 needs and CSL cannot find out: its language, and four authors or
 * more as contributors, which the style names after the title.
 */
export function dstuItem(item: object): object {
  const reference: Reference = item;
  const language = languageOf(reference);
  const { author, ...rest } = reference;
  const many = Array.isArray(author) && author.length > HEADING_AUTHORS;
  return {
    ...(many ? { ...rest, contributor: author } : reference),
    ...(language !== undefined && { language }),
  };
}
