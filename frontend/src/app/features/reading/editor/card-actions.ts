import type { Command } from 'prosemirror-state';
import type { CitationItem } from '../../../ui/prose/prose-model';
import { changeNode, insertInline, removeNode } from './plugins/commands';
import type { RoomCard } from './room-card';
import type { RoomEditor } from './room-editor';
import { schema } from './schema';

const { nodes } = schema;

/** A citation stands apart from the word before it. */
const spaced =
  (command: Command): Command =>
  (state, dispatch, view) => {
    const { $from, from } = state.selection;
    const before = $from.parent.textBetween(0, $from.parentOffset, undefined, '\uFFFC');
    if (dispatch === undefined || !/[\p{L}\p{N}.,;:!?”"»)\uFFFC]$/u.test(before)) {
      return command(state, dispatch, view);
    }
    view?.dispatch(state.tr.insertText(' ', from));
    return view === undefined ? false : command(view.state, view.dispatch.bind(view), view);
  };

/** Cites a source at the cursor, or in the citation that the card is about. */
export function cite(editor: RoomEditor, card: RoomCard, item: CitationItem): void {
  const position = card.kind === 'cite' ? card.position : null;
  const node = position === null ? null : editor.doc.nodeAt(position);
  if (position !== null && node?.type === nodes.citation) {
    const items = [...(node.attrs['items'] as CitationItem[]), item];
    editor.run(changeNode(position, { items, written: null }));
    return;
  }
  editor.run(spaced(insertInline(nodes.citation, { items: [item], written: null })));
}

/** Gives a citation other items; none take it away. */
export function recite(editor: RoomEditor, position: number, items: CitationItem[]): void {
  if (items.length === 0) editor.run(removeNode(position));
  else {
    changeNode(position, { items, written: null })(
      editor.view.state,
      editor.view.dispatch.bind(editor.view),
    );
  }
}

/** Sets a formula at the cursor or in the place of another; no TeX takes it away. */
export function setFormula(editor: RoomEditor, position: number | null, tex: string): void {
  if (position === null) {
    if (tex !== '') editor.run(insertInline(nodes.formula, { tex, display: false }));
  } else editor.run(tex === '' ? removeNode(position) : changeNode(position, { tex }));
  editor.view.focus();
}

/** Which cited work of the text the first item of a citation is, from 0. */
export function ordinalOf(editor: RoomEditor, position: number): number {
  let ordinal = 0;
  editor.doc.nodesBetween(0, position, (node) => {
    if (node.type === nodes.citation) ordinal += (node.attrs['items'] as CitationItem[]).length;
    return true;
  });
  return ordinal;
}
