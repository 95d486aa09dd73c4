import { chainCommands, lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import type { Attrs, MarkType, Node, NodeType } from 'prosemirror-model';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import { type Command, NodeSelection, TextSelection } from 'prosemirror-state';
import { schema } from '../schema';

const { nodes, marks } = schema;

const isInside =
  (type: NodeType): ((state: Parameters<Command>[0]) => boolean) =>
  ({ selection: { $from } }) => {
    for (let depth = $from.depth; depth > 0; depth--) {
      if ($from.node(depth).type === type) return true;
    }
    return false;
  };

function hasMark(state: Parameters<Command>[0], type: MarkType): boolean {
  const { from, to, empty, $from } = state.selection;
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
  return state.doc.rangeHasMark(from, to, type);
}

/** A tool of the editor: what it does, and whether it is on where the cursor stands. */
export interface EditorCommand {
  run: Command;
  isOn?: (state: Parameters<Command>[0]) => boolean;
}

const toggled =
  (type: NodeType, on: Command, off: Command): Command =>
  (state, dispatch, view) =>
    (isInside(type)(state) ? off : on)(state, dispatch, view);

const unlist = chainCommands(liftListItem(nodes.list_item), lift);

function cell(type: NodeType): Node {
  return type.create();
}

function newTable(): Node {
  const head = nodes.table_row.create(null, [cell(nodes.table_header), cell(nodes.table_header)]);
  const row = nodes.table_row.create(null, [cell(nodes.table_cell), cell(nodes.table_cell)]);
  return nodes.table.create(null, [head, row]);
}

/** Puts a block at the cursor, which goes into it. */
export const insertBlock =
  (make: () => Node): Command =>
  (state, dispatch) => {
    if (!isInFlow(state)) return false;
    if (dispatch !== undefined) {
      const node = make();
      const transaction = state.tr.replaceSelectionWith(node);
      const at = transaction.mapping.map(state.selection.from, -1);
      const inside = TextSelection.findFrom(transaction.doc.resolve(at), 1, true);
      if (inside !== null && !node.isAtom) transaction.setSelection(inside);
      dispatch(transaction.scrollIntoView());
    }
    return true;
  };

/** Not within a table or a caption, which hold lines only. */
function isInFlow({ selection: { $from } }: Parameters<Command>[0]): boolean {
  return !['table_cell', 'table_header', 'figure'].includes($from.parent.type.name);
}

export const insertInline =
  (type: NodeType, attrs: Attrs): Command =>
  (state, dispatch) => {
    const { $from, $to } = state.selection;
    if (
      !$from.parent.canReplaceWith(
        $from.index(),
        $to.sameParent($from) ? $to.index() : $from.index(),
        type,
      )
    ) {
      return false;
    }
    dispatch?.(state.tr.replaceSelectionWith(type.create(attrs), false).scrollIntoView());
    return true;
  };

/** Gives the node at a position other attributes, and leaves it chosen. */
export const changeNode =
  (position: number, attrs: Attrs): Command =>
  (state, dispatch) => {
    const node = state.doc.nodeAt(position);
    if (node === null) return false;
    const transaction = state.tr.setNodeMarkup(position, null, { ...node.attrs, ...attrs });
    dispatch?.(transaction.setSelection(NodeSelection.create(transaction.doc, position)));
    return true;
  };

export const removeNode =
  (position: number): Command =>
  (state, dispatch) => {
    const node = state.doc.nodeAt(position);
    if (node === null) return false;
    dispatch?.(state.tr.delete(position, position + node.nodeSize));
    return true;
  };

export const COMMANDS = {
  strong: { run: toggleMark(marks.strong), isOn: (state) => hasMark(state, marks.strong) },
  emphasis: { run: toggleMark(marks.em), isOn: (state) => hasMark(state, marks.em) },
  code: { run: toggleMark(marks.code), isOn: (state) => hasMark(state, marks.code) },
  heading: {
    run: toggled(nodes.heading, setBlockType(nodes.heading), setBlockType(nodes.paragraph)),
    isOn: isInside(nodes.heading),
  },
  bullets: {
    run: toggled(nodes.bullet_list, wrapInList(nodes.bullet_list), unlist),
    isOn: isInside(nodes.bullet_list),
  },
  numbers: {
    run: toggled(nodes.ordered_list, wrapInList(nodes.ordered_list), unlist),
    isOn: isInside(nodes.ordered_list),
  },
  quotation: {
    run: toggled(nodes.blockquote, wrapIn(nodes.blockquote), lift),
    isOn: isInside(nodes.blockquote),
  },
  table: { run: insertBlock(newTable), isOn: isInside(nodes.table) },
} satisfies Record<string, EditorCommand>;

export type CommandName = keyof typeof COMMANDS;
