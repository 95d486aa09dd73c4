import type { Citable, CitationFault } from './citable';

/** Addresses, also without a scheme, and links and images of any kind. */
const ADDRESS = /(?:https?:|ftp:|www\.)[^\s)\]>]+|!?\[[^\]\n]*\]\((?!\s*\))[^)\n]*\)/giu;
/** `Smith 2031`, `Smith and Roe 2031`, `Smith, 2031`: a name and a year side by side. */
const NAME_AND_YEAR =
  /(?<![\p{L}\p{N}@])\p{Lu}[\p{L}\p{M}'’ʼ-]+,?\s+(?:1[5-9]|2[01])\d\d(?![\p{L}\d])/gu;
const CITATION = /\[[^[\]]*@[^[\]]*\]/g;

const squeezed = (text: string): string => text.replace(/\s+/g, ' ');

/**
 * Places outside its citations where a draft names a work or an address that its writer was not
 * shown. People may write these; a model can only have invented them.
 */
export function foreignMentions(
  markdown: string,
  { passages, titles }: Pick<Citable, 'passages' | 'titles'>,
): CitationFault[] {
  const prose = markdown.replace(CITATION, (citation) => ' '.repeat(citation.length));
  const shown = squeezed([...passages.map(({ text }) => text), ...titles].join('\n'));
  const mentions = [...prose.matchAll(ADDRESS), ...prose.matchAll(NAME_AND_YEAR)];
  return mentions
    .filter(({ 0: mention }) => !shown.includes(squeezed(mention)))
    .map(({ index, 0: mention }) => ({
      start: index,
      end: index + mention.length,
      message: `${mention}: none of the passages names this.`,
    }));
}
