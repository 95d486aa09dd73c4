/*
 * TeX's patterns for Czech are under the GPL, so words are parted by rules here: before a consonant between
 * two vowels, and inside of a cluster that begins with a sonorant. Whatever may be a seam of prefix and stem
 * the rules would miss (za-mluvit, bez-obratlý) is left alone: a line that is a little loose is better than
 * a word parted wrongly.
 */

const VOWELS = 'aáeéěiíoóuúůyý';
const CONSONANT = String.raw`(?:ch|[^\W_${VOWELS}]|[čďňřšťž])`;

/** What may stand before the stem of a word, each perhaps before another. */
const PREFIXES =
  'do|na|ná|ne|o|po|pů|pra|pro|prů|pře|při|pří|roze|se|sou|u|ú|ve|vy|vý|za|zá|ode|obe|pode|pře|nade|přede';

/** After these a stem may begin with a vowel, or with a cluster that would be parted. */
const CLOSED_PREFIXES =
  'bez|dis|dvoj|ex|hyper|inter|in|kontr|mez|nad|nej|ob|od|pod|post|před|roz|sub|super|trans|troj|vz';

const OPEN_SEAM = new RegExp(String.raw`^(?:${PREFIXES})+`, 'u');
const CLOSED_SEAM = new RegExp(String.raw`^(?:ne|nej)?(?:${CLOSED_PREFIXES})`, 'u');

/** They begin words (mluvit, jmenovat), and so perhaps the second half of one. */
const WORD_BEGINNINGS = /^(?:m[lřrn]|j[mdsh]|l[hkp]|r[vtdz])/u;

const BETWEEN_VOWELS = new RegExp(String.raw`(?<=[${VOWELS}])(?=${CONSONANT}[${VOWELS}])`, 'gu');
const SONORANT_CLUSTER = new RegExp(
  String.raw`(?<=[${VOWELS}])([jlmnňr])(?=((?:${CONSONANT}){1,4})[${VOWELS}])`,
  'gu',
);

/** A syllable does not go down to a sonorant and up again: Karl-štejn, not Kar-lštejn. */
const NO_SYLLABLE_BEGINS = /^[jlmnňr](?:ch|[^hlrř])/u;

const mayPart = (before: string, after: string) =>
  !WORD_BEGINNINGS.test(before + after) && !NO_SYLLABLE_BEGINS.test(after);

/** How many letters at the beginning of a word belong to prefixes that end in a consonant. */
const closedSeam = (word: string) => CLOSED_SEAM.exec(word)?.[0].length ?? 0;

/** The places in a word of Czech where a line may end in a hyphen, ascending. */
export function czechBreaks(word: string): number[] {
  const lower = word.toLowerCase();
  const closed = closedSeam(lower);
  const open = OPEN_SEAM.exec(lower)?.[0].length ?? 0;
  const single = [...lower.matchAll(BETWEEN_VOWELS)].map(({ index }) => index);
  const clusters = [...lower.matchAll(SONORANT_CLUSTER)]
    .filter(({ index, 1: sonorant = '', 2: rest = '' }) => {
      return index !== open && mayPart(sonorant, rest);
    })
    .map(({ index }) => index + 1);
  return [...single, ...clusters].filter((at) => at > closed).sort((one, other) => one - other);
}
