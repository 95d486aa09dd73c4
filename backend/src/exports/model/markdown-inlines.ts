import type { PhrasingContent } from 'mdast';
import { hasPlaceholder } from './citation-placeholders';
import type { Placer } from './citation-placer';
import { withReferences } from './cross-references';
import type { Inline, InlineText } from './document-model';
import type { WrittenFormula } from './formulas';

type Style = Omit<Inline, 'text'>;

function hrefStyle(url: string): Style {
  const linkable = /^https?:\/\//i.test(url) && URL.canParse(url) && !hasPlaceholder(url);
  return linkable ? { href: new URL(url).href } : {};
}

/** What reads the inlines of a text. */
export interface InlineContext {
  placer: Placer;
  isReadable: (formula: WrittenFormula) => boolean;
}

function inlineOf(node: PhrasingContent, context: InlineContext, style: Style): InlineText {
  const { placer, isReadable } = context;
  switch (node.type) {
    case 'text':
      // A line end inside a paragraph is a space
      return placer
        .place(node.value.replace(/\s*\n\s*/g, ' '), style)
        .flatMap((run) => placer.formulas.split(run, isReadable))
        .flatMap(withReferences);
    case 'emphasis':
      return inlinesOf(node.children, context, { ...style, italic: true });
    case 'strong':
      return inlinesOf(node.children, context, { ...style, bold: true });
    case 'inlineCode':
      return placer.place(placer.formulas.restored(node.value), { ...style, code: true });
    case 'break':
      return [{ ...style, text: '\n' }];
    case 'link':
      return inlinesOf(node.children, context, { ...style, ...hrefStyle(node.url) });
    default:
      return 'value' in node ? placer.place(node.value, style) : [];
  }
}

function sameStyle(a: Inline, b: Inline): boolean {
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  names.delete('text');
  return [...names].every((name) => a[name as keyof Inline] === b[name as keyof Inline]);
}

function merged(runs: InlineText): InlineText {
  const result: Inline[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (last !== undefined && sameStyle(last, run)) last.text += run.text;
    else result.push({ ...run });
  }
  return result;
}

/** Runs of one paragraph, neighbours of one style made one. */
export function inlinesOf(
  nodes: readonly PhrasingContent[],
  context: InlineContext,
  style: Style = {},
): InlineText {
  return merged(nodes.flatMap((node) => inlineOf(node, context, style)));
}
