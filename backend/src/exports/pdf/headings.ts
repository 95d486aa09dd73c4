import { HEADINGS } from '../typography';
import { TWO_LINES } from './blocks';
import type { Spaced, TextNode } from './nodes';

interface HeadingOptions {
  /** Where contents and bookmarks lead. */
  id: string;
  level: 1 | 2;
  onNewPage: boolean;
  /** The heading above it among the bookmarks. */
  parentId?: string;
}

export function heading(text: string, { id, level, onNewPage, parentId }: HeadingOptions): Spaced {
  const { size, before, after } = HEADINGS[level];
  const node: TextNode = {
    text,
    id,
    fontSize: size,
    bold: true,
    keepTogether: true,
    // A chapter's heading may be followed by another heading
    roomBelow: after + TWO_LINES * (level === 1 ? 2 : 1),
    outline: true,
    outlineText: text,
    outlineExpanded: true,
    ...(parentId !== undefined && { outlineParentId: parentId }),
    ...(onNewPage && { pageBreak: 'before' }),
  };
  return { node, before: onNewPage ? 0 : before, after };
}
