import type { Parsed } from './parsed';

/*
 * What Citation.js leaves out or mixes up of BibTeX as it is found, put right before it reads the
 * fields and after.
 */

type Fields = Record<string, unknown>;

const has = (fields: Fields, name: string): boolean =>
  typeof fields[name] === 'string' && fields[name] !== '';

/** A field that another one of the entry makes mean something else. */
function renamed(fields: Fields): Fields {
  const others = { ...fields };
  // MathSciNet: the journal is abbreviated where there is a full one
  if (has(fields, 'fjournal') && has(fields, 'journal')) {
    others['shortjournal'] = fields['journal'];
    others['journal'] = fields['fjournal'];
  }
  // ACM: where it was published, and where the conference was held
  if (has(fields, 'address') && has(fields, 'location')) {
    others['venue'] ??= fields['location'];
    others['location'] = fields['address'];
  }
  if (has(fields, 'journaltitle')) Reflect.deleteProperty(others, 'journal');
  return others;
}

/** A tilde as a sign of its own rather than an accent or a space. */
const TILDE = /\\~(?:\{\s*\}|(?=\s|$))/g;

/**
 * Two backslashes: the end of a line by force, or one that a program has doubled before an accent, a
 * sign or a letter that stands alone in braces.
 */
const DOUBLED =
  /\\\\(?=(["'`^=.~]\{?\\?\p{L}|[&%$#_]|(?<=\{\\\\)[a-zA-Z]{1,2}\})?)(?:\[[^\]]{0,20}\])?/gu;

/** Fields whose backslashes are no LaTeX. */
const VERBATIM = new Set(['doi', 'eprint', 'file', 'url']);

function mendedValue(name: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const tilde = value.replace(TILDE, '{\\textasciitilde}');
  return VERBATIM.has(name)
    ? tilde
    : tilde.replace(DOUBLED, (_, sign?: string) => (sign === undefined ? ' ' : '\\'));
}

export function mendEntry(entry: Parsed): Parsed {
  const fields = Object.entries(renamed(entry.properties));
  const properties = Object.fromEntries(
    fields.map(([name, value]) => [name, mendedValue(name, value)]),
  );
  return { ...entry, properties };
}

/** Accents on a dotless i or j, which is how LaTeX has them and Unicode does not. */
const DOTLESS = /[ıȷ](?=\p{M})/gu;

function mendedText(text: string): string {
  return text.replace(DOTLESS, (letter) => (letter === 'ı' ? 'i' : 'j')).normalize('NFC');
}

function mendedTexts(value: unknown): unknown {
  if (typeof value === 'string') return mendedText(value);
  if (Array.isArray(value)) return value.map(mendedTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mendedTexts(one)]));
}

/** Where a preprint is kept, of which CSL knows only the numbers of PubMed. */
function archiveOf(fields: Fields): Fields {
  const kind = fields['eprinttype'] ?? fields['archiveprefix'];
  if (typeof kind !== 'string' || !has(fields, 'eprint') || /^pubmed$/i.test(kind)) return {};
  const archive = /^arxiv$/i.test(kind) ? 'arXiv' : kind;
  return { archive, archive_location: fields['eprint'] };
}

/** A volume of a work in several: the library keeps the whole's title only. */
function volumeOf(fields: Fields): Fields {
  if (!has(fields, 'maintitle') || !has(fields, 'booktitle')) return {};
  return { 'volume-title': fields['booktitle'] };
}

const ROLES = ['author', 'editor', 'translator', 'container-author'];
const PARTICLE =
  /^(?:a[fvl]|d[aeiou]|de[lnrs]|della|d[eo]s|l[ae]|t[eo]n|ter|v[ao]n|zu[mr]?|el|ibn)$/;
const PREPOSITION = /^(?:at|for|in|of|on|the|and)$/;

type Name = Record<string, string | undefined>;

/**
 * BibTeX takes every word in small letters for a particle: also the given name of somebody who
 * writes it small, and what links the words of an organisation that should have been in braces.
 */
function mendedName(name: Name): Name {
  const { family, given = '', 'non-dropping-particle': particle = '' } = name;
  const words = particle.split(' ');
  if (words.some((word) => PREPOSITION.test(word))) {
    return { literal: [given, particle, family].filter(Boolean).join(' ') };
  }
  const isGiven = given === '' && words.length === 1 && particle !== '' && !PARTICLE.test(particle);
  return isGiven ? { family, given: particle } : name;
}

const mendedNames = (csl: Fields): Fields =>
  Object.fromEntries(
    ROLES.filter((role) => Array.isArray(csl[role])).map((role) => [
      role,
      (csl[role] as Name[]).map(mendedName),
    ]),
  );

/** Articles whose kind BibLaTeX tells by a subtype. */
function kindOf(csl: Fields, fields: Fields): Fields {
  const subtype = fields['entrysubtype'];
  if (subtype !== 'magazine' && subtype !== 'newspaper') return {};
  return { type: `article-${subtype}`, genre: csl['genre'] === subtype ? undefined : csl['genre'] };
}

/** The record that the library made of an entry. */
export function mendItem(csl: Fields, { properties }: Parsed): Fields {
  const page = typeof csl['page'] === 'string' ? csl['page'].replace(/[–—]/g, '-') : csl['page'];
  const all = {
    ...archiveOf(properties),
    ...volumeOf(properties),
    ...csl,
    ...mendedNames(csl),
    ...kindOf(csl, properties),
    page,
  };
  return mendedTexts(all) as Fields;
}
