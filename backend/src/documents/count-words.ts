const CITATION = /\[[^[\]]*@[^[\]]*\]/g;
const WORD = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’ʼ.-]*[\p{L}\p{N}\p{M}])?/gu;

/** Words a reader counts: of the text, without its citations and marks. */
export function countWords(markdown: string): number {
  return markdown.replace(CITATION, ' ').match(WORD)?.length ?? 0;
}
