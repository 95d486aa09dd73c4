import { baseKeymap, chainCommands, exitCode, splitBlock } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import { type Command, NodeSelection, type Plugin, Selection } from 'prosemirror-state';
import { goToNextCell } from 'prosemirror-tables';
import { schema } from '../schema';
import { COMMANDS } from './commands';

const { nodes } = schema;

/** What keys of the editor ask of the room around it. */
export interface RoomActs {
  cite(): void;
  find(): void;
  save(): void;
  shortcuts(): void;
  focusMode(): void;
  /** Asks for another wording of what is chosen. */
  suggest(): void;
  /** Goes to another change of a suggestion. */
  change(direction: 1 | -1): void;
  /** Takes or refuses the change at hand. */
  decide(accepts: boolean): void;
  open(position: number): void;
}

const act =
  (run: () => void): Command =>
  (_, dispatch) => {
    if (dispatch !== undefined) run();
    return true;
  };

const LINES_ONLY = ['table_cell', 'table_header', 'heading', 'figure'];

const hardBreak: Command = (state, dispatch) => {
  if (LINES_ONLY.includes(state.selection.$from.parent.type.name)) return false;
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
};

const openChosen =
  (acts: RoomActs): Command =>
  ({ selection }, dispatch) => {
    if (!(selection instanceof NodeSelection) || !selection.node.isAtom) return false;
    if (dispatch !== undefined) acts.open(selection.from);
    return true;
  };

/** A caption and a cell have one line: Enter leads on. */
const leaveLine: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const { name } = $from.parent.type;
  if (name === 'figure') {
    const after = $from.after();
    const transaction = state.tr.insert(after, nodes.paragraph.create());
    dispatch?.(transaction.setSelection(Selection.near(transaction.doc.resolve(after + 1))));
    return true;
  }
  return name.startsWith('table_') && goToNextCell(1)(state, dispatch);
};

/** Tab stays the way out of the editor, except between the cells of a table. */
export function keyBindings(acts: RoomActs): Plugin[] {
  const { list_item: item } = nodes;
  return [
    keymap({
      'Mod-b': COMMANDS.strong.run,
      'Mod-i': COMMANDS.emphasis.run,
      'Mod-e': COMMANDS.code.run,
      'Mod-z': undo,
      'Mod-y': redo,
      'Mod-Shift-z': redo,
      'Mod-Alt-3': COMMANDS.heading.run,
      'Mod-Shift-7': COMMANDS.numbers.run,
      'Mod-Shift-8': COMMANDS.bullets.run,
      'Mod-Shift-9': COMMANDS.quotation.run,
      'Mod-]': sinkListItem(item),
      'Mod-[': liftListItem(item),
      'Mod-Shift-c': act(acts.cite),
      'Mod-f': act(acts.find),
      'Mod-s': act(acts.save),
      'Mod-/': act(acts.shortcuts),
      'Mod-Shift-f': act(acts.focusMode),
      'Mod-j': act(acts.suggest),
      'Mod-Alt-ArrowDown': act(() => acts.change(1)),
      'Mod-Alt-ArrowUp': act(() => acts.change(-1)),
      'Mod-Alt-Enter': act(() => acts.decide(true)),
      'Mod-Alt-Backspace': act(() => acts.decide(false)),
      Tab: goToNextCell(1),
      'Shift-Tab': goToNextCell(-1),
      'Shift-Enter': chainCommands(exitCode, hardBreak),
      Enter: chainCommands(openChosen(acts), leaveLine, splitListItem(item)),
      'Mod-Enter': chainCommands(exitCode, splitBlock),
    }),
    keymap(baseKeymap),
  ];
}
