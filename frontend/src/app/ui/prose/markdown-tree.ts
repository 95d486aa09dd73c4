import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTable } from 'micromark-extension-gfm-table';

/**
 * What the stored subset does not have. Without links and character references the parser also
 * never asks the DOM to decode anything, which a page with Trusted Types would refuse.
 */
const OUTSIDE_SUBSET = [
  'autolink',
  'characterReference',
  'codeIndented',
  'definition',
  'htmlFlow',
  'htmlText',
  'labelEnd',
  'labelStartImage',
  'labelStartLink',
  'setextUnderline',
  'thematicBreak',
];

/** A fence whose info string would be decoded by the DOM. */
const FENCE_TO_DECODE = /^[ \t>*+\d.)-]*(?:`{3,}|~{3,})[^\n]*&/m;

/** @param marked in which nothing is left that Markdown is not to see */
export function markdownTree(marked: string): Root {
  const more = FENCE_TO_DECODE.test(marked) ? ['codeFenced'] : [];
  return fromMarkdown(marked, {
    extensions: [gfmTable(), { disable: { null: [...OUTSIDE_SUBSET, ...more] } }],
    mdastExtensions: [gfmTableFromMarkdown()],
  });
}
