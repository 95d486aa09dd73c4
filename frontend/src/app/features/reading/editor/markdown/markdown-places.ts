import { type Node } from 'prosemirror-model';
import { EditorState, type Selection, TextSelection } from 'prosemirror-state';
import { blocksOf, skeleton, type StoredMarkdown } from './stored-markdown';

/** A letter of no script: where it comes out again is the place that is looked for. */
const MARK = '\uE010';

/** Where the mark stands in a node, from the node's own start. */
function markedPlace(node: Node): number | null {
  let place: number | null = null;
  node.descendants((child, position) => {
    const at = child.isText ? (child.text ?? '').indexOf(MARK) : -1;
    if (at !== -1) place = position + 1 + at;
    return place === null;
  });
  return place;
}

/**
 * The position in the editor of a place in the Markdown; null where it has none of its own, such as
 * within the name of a citation.
 */
export function positionAt(stored: StoredMarkdown, doc: Node, offset: number): number | null {
  let start = 0;
  for (const { gap, text, position } of stored.pieces(doc)) {
    start += gap.length;
    const local = offset - start;
    start += text.length;
    if (local < 0) return null;
    if (local > text.length) continue;
    const marked = blocksOf(text.slice(0, local) + MARK + text.slice(local));
    const node = doc.nodeAt(position);
    const [only] = marked;
    const isSame =
      marked.length === 1 &&
      only?.type === node?.type &&
      only?.nodeSize === (node?.nodeSize ?? 0) + 1 &&
      only?.textContent.replace(MARK, '') === node?.textContent;
    const at = isSame && only !== undefined ? markedPlace(only) : null;
    return at === null ? null : position + at;
  }
  return null;
}

/** How much of a source shows as much as `shown` letters do, whatever way it is written. */
function offsetShowing(source: string, shown: string): number {
  const wanted = skeleton(shown).length;
  let [low, high] = [0, source.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (skeleton(source.slice(0, middle)).length < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The place in the Markdown of a position in the editor: exact where its block is written as the
 * editor writes it, else to about a mark.
 */
export function offsetAt(stored: StoredMarkdown, doc: Node, position: number): number {
  const state = EditorState.create({ doc });
  const near: Selection = TextSelection.near(doc.resolve(position));
  const marked = state.apply(state.tr.insertText(MARK, near.from)).doc;
  const pieces = stored.pieces(doc);
  let start = 0;
  for (const [index, { gap, text }] of stored.pieces(marked).entries()) {
    const source = pieces[index];
    if (source === undefined) break;
    start += source.gap.length;
    const at = text.indexOf(MARK);
    if (at !== -1 && gap === source.gap) {
      const exact = text.replace(MARK, '') === source.text;
      return start + (exact ? at : offsetShowing(source.text, text.slice(0, at)));
    }
    if (at !== -1) return start;
    start += source.text.length;
  }
  return start;
}
