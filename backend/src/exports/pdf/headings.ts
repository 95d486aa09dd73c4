import { twoLines } from './blocks';
import type { Setting, Spaced, TextNode } from './nodes';

interface HeadingOptions {
  /** Where contents and bookmarks lead. */
  id: string;
  level: 1 | 2;
  onNewPage: boolean;
  /** The heading above it among the bookmarks. */
  parentId?: string;
}

/** A text in capitals, where the headings of its level are; the bookmarks keep the text as it is. */
export function headingText(text: string, level: 1 | 2, { layout, language }: Setting): string {
  return layout.headings[level].capitals ? text.toLocaleUpperCase(language) : text;
}

export function heading(text: string, options: HeadingOptions, setting: Setting): Spaced {
  const { id, level, onNewPage, parentId } = options;
  const { size, bold, alignment, before, after } = setting.layout.headings[level];
  const node: TextNode = {
    text: headingText(text, level, setting),
    id,
    fontSize: size,
    bold,
    alignment,
    keepTogether: true,
    // A chapter's heading may be followed by another heading
    roomBelow: after + twoLines(setting.layout) * (level === 1 ? 2 : 1),
    outline: true,
    outlineText: text,
    outlineExpanded: true,
    ...(parentId !== undefined && { outlineParentId: parentId }),
    ...(onNewPage && { pageBreak: 'before' }),
  };
  return { node, before: onNewPage ? 0 : before, after };
}
