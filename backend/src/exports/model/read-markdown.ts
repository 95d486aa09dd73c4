import type { Paragraph, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmTable } from 'micromark-extension-gfm-table';
import { tablesFromMarkdown } from './markdown-tables';

/**
 * Constructs that a section does not have: HTML is text, indentation is no code, and no line is
 * read as a link definition, which would not be printed.
 */
const NOT_IN_SECTIONS = [
  'codeIndented',
  'definition',
  'htmlFlow',
  'htmlText',
  'setextUnderline',
  'labelStartImage',
];

/** The blocks of a text, or of a part of one: positions, which nobody asks for, are those in the part. */
export function parsedMarkdown(markdown: string): RootContent[] {
  return fromMarkdown(markdown, {
    extensions: [gfmTable(), { disable: { null: NOT_IN_SECTIONS } }],
    mdastExtensions: [tablesFromMarkdown],
  }).children;
}

/** A line that begins nothing but a paragraph, and has no character that could be markup. */
const LINE = String.raw`[\p{L}⧼("'“„«][^*_${'`'}[\]<&\\|\n]*(?<![ \t])`;
const PLAIN = new RegExp(String.raw`^${LINE}(?:\n${LINE})*$`, 'u');

/**
 * What reaches beyond an empty line and the lines without indent that follow it: a fence of code. The
 * mark of byte order is no character only where a text begins.
 */
const REACHING = /`{3}|~{3}|\uFEFF/;

const plainParagraph = (value: string): Paragraph => ({
  type: 'paragraph',
  children: [{ type: 'text', value }],
});

/**
 * The blocks of a section. Most paragraphs of a thesis are text without any markup, which reading
 * character by character takes ten times as long as looking for it.
 */
export function readMarkdown(markdown: string): RootContent[] {
  if (REACHING.test(markdown)) return parsedMarkdown(markdown);
  const nodes: RootContent[] = [];
  let marked = '';
  const readMarked = () => {
    if (/[^ \t\n]/.test(marked)) nodes.push(...parsedMarkdown(marked));
    marked = '';
  };
  for (const part of markdown.split(/(\n{2,})/)) {
    if (!PLAIN.test(part)) marked += part;
    else {
      readMarked();
      nodes.push(plainParagraph(part));
    }
  }
  readMarked();
  return nodes;
}
