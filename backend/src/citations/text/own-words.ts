import { BARRIER, comparableWords } from '../../language';
import { quotationsOf } from './quotations';
import type { Span } from './masked-text';

const CITATION = /\[[^[\]]*@[^[\]]*\]/g;
const CODE = /^```[^\n]*$[^]*?^```[^\n]*$|`[^`\n]+`/gm;
const LINK_TARGET = /\]\([^()\s]*\)|https?:\S+/g;
const BLOCK_QUOTATION = /^[ \t]*>[^\n]*/gm;
/** A term in quotation marks is nobody's sentence. */
const SHORTEST_QUOTATION = 4;

const blank = (text: string): string => ' '.repeat(text.length);
const barrier = (text: string): string => BARRIER + blank(text.slice(1));

function quoted(markdown: string, { start, end }: Span): string {
  const words = markdown.slice(start, end);
  return comparableWords(words).length < SHORTEST_QUOTATION ? words : barrier(words);
}

/**
 * What a text says in words of its own, each at its place: citations and addresses are blank, in
 * place of a quotation or of code stands a {@link BARRIER}.
 */
export function ownWords(markdown: string): string {
  const plain = markdown
    .replaceAll(BARRIER, ' ')
    .replace(CODE, barrier)
    .replace(CITATION, blank)
    .replace(LINK_TARGET, blank)
    .replace(BLOCK_QUOTATION, barrier);
  let from = 0;
  const parts = quotationsOf(plain).flatMap((quotation) => {
    const before = plain.slice(from, quotation.start);
    from = quotation.end;
    return [before, quoted(plain, quotation)];
  });
  return [...parts, plain.slice(from)].join('');
}
