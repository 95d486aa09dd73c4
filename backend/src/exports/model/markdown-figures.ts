import type { Paragraph, PhrasingContent } from 'mdast';
import { withoutLabel } from './cross-references';
import type { WrittenCaption } from './markdown-captions';

/** A figure as it is written: `![Caption](figure:key){#fig:label}`. */
export interface WrittenFigure extends WrittenCaption {
  key: string;
}

const SCHEME = 'figure:';

/** Images are not read as such, so that their captions can hold markup: a mark before a link. */
const textOf = (node: PhrasingContent | undefined): string | null => {
  if (node === undefined) return '';
  return node.type === 'text' ? node.value : null;
};

/** The figures that a paragraph consists of; null for a paragraph of text. */
export function figuresOf({ children }: Paragraph): WrittenFigure[] | null {
  const figures: WrittenFigure[] = [];
  for (let index = 0; index < children.length; index += 2) {
    const { text, label } = withoutLabel(textOf(children[index])?.replace(/!$/, '') ?? '-');
    const last = figures.at(-1);
    if (text.trim() !== '' || (label !== null && last === undefined)) return null;
    if (last !== undefined) last.label = label;
    const link = children[index + 1];
    if (link === undefined) continue;
    const marked = textOf(children[index])?.endsWith('!') === true;
    if (!marked || link.type !== 'link' || !link.url.startsWith(SCHEME)) return null;
    figures.push({ key: link.url.slice(SCHEME.length), nodes: link.children, label: null });
  }
  return figures.length > 0 ? figures : null;
}

/** The keys of the figures that a text shows or may show. */
export function figureKeys(markdown: string): string[] {
  return [...markdown.matchAll(/\]\(figure:([^\s)]+)/g)].map(([, key = '']) => key);
}
