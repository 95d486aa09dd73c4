import type { Inline, InlineText } from '../model/document-model';
import type { PandocCitations } from './pandoc-citations';
import { codeSpan, escaped, escapedLineStart } from './pandoc-text';

/** Reads as nothing, and keeps the asterisks of two neighbours apart. */
const NOTHING = '<!-- -->';

export const LINE_BREAK = '\\\n';

const STARS = { none: '', italic: '*', bold: '**', both: '***' } as const;

function starsOf({ italic = false, bold = false }: Inline): string {
  if (italic && bold) return STARS.both;
  return bold ? STARS.bold : STARS[italic ? 'italic' : 'none'];
}

/** Emphasis begins and ends at a letter, so the spaces around stay outside. */
function emphasized(text: string, stars: string): string {
  const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  return inner === '' ? text : `${before}${stars}${inner}${stars}${after}`;
}

function run(inline: Inline, citations: PandocCitations): string {
  const { text, href, code, formula } = inline;
  if (formula !== undefined) return `$${formula.tex}$`;
  const lines = text.split('\n').map((part) => citations.write(part, code ? codeSpan : escaped));
  const words = lines.join(LINE_BREAK);
  const linked = href === undefined ? words : `[${words}](<${href}>)`;
  return emphasized(linked, starsOf(inline));
}

/** A paragraph's text on one line; line breaks that were asked for begin another. */
export function inlineText(text: InlineText, citations: PandocCitations): string {
  let lines = '';
  for (const inline of text) {
    const next = run(inline, citations);
    lines += lines.endsWith('*') && next.startsWith('*') ? NOTHING + next : next;
  }
  return lines.split('\n').map(escapedLineStart).join('\n');
}
