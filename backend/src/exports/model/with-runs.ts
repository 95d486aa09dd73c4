import type { Block, Caption, InlineText } from './document-model';

/** In place, since the lists of captions show the same one. */
function changeCaption(caption: Caption | null, change: (text: InlineText) => InlineText): void {
  if (caption !== null) caption.text = change(caption.text);
}

/** The runs of every block, changed. */
export function withRuns(block: Block, change: (text: InlineText) => InlineText): Block {
  const all = (blocks: readonly Block[]) => blocks.map((one) => withRuns(one, change));
  switch (block.kind) {
    case 'paragraph':
    case 'subheading':
      return { ...block, text: change(block.text) };
    case 'code':
    case 'formula':
      return block;
    case 'quote':
      return { ...block, blocks: all(block.blocks) };
    case 'list':
      return { ...block, items: block.items.map(all) };
    case 'figure':
      changeCaption(block.caption, change);
      return block;
    case 'table':
      changeCaption(block.caption, change);
      return { ...block, rows: block.rows.map((row) => row.map(change)) };
  }
}
