/** Kinds of findings that have a name in every language of the interface. */
const NAMED = [
  ...['unknown_key', 'page_out_of_range', 'unmatched_mention', 'malformed'],
  ...['unsupported', 'unchecked', 'copied', 'repeated'],
  ...['empty', 'too_long', 'too_short'],
  ...['acronym_again', 'acronym_early', 'capitals', 'decimals', 'quotation_marks', 'spelling'],
  ...['misspelling', 'grammar', 'typographical', 'whitespace', 'style', 'duplication'],
  ...['not_met', 'unclear'],
];

/** A proofreading service may have kinds of its own. */
export const isNamed = (kind: string): boolean => NAMED.includes(kind);
