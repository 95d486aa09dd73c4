import type { Node } from 'prosemirror-model';
import {
  type EditorState,
  Plugin,
  PluginKey,
  TextSelection,
  type Transaction,
} from 'prosemirror-state';
import { Decoration, DecorationSet } from 'prosemirror-view';

export interface Found {
  from: number;
  to: number;
}

export interface Query {
  text: string;
  matchCase: boolean;
}

interface Finding {
  query: Query;
  found: readonly Found[];
  shown: DecorationSet;
}

/** Places of a text, within a line each: what is no text, such as a citation, ends a match. */
export function findIn(doc: Node, { text, matchCase }: Query): Found[] {
  if (text === '') return [];
  const folded = (value: string) => (matchCase ? value : value.toLowerCase());
  const wanted = folded(text);
  const found: Found[] = [];
  doc.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const line = folded(node.textBetween(0, node.content.size, '\uFFFC', '\uFFFC'));
    for (let at = line.indexOf(wanted); at !== -1; at = line.indexOf(wanted, at + wanted.length)) {
      found.push({ from: position + 1 + at, to: position + 1 + at + wanted.length });
    }
    return false;
  });
  return found;
}

/** Puts `replacement` in the place of each, keeping the marks that begin there. */
export function replaceAll(
  transaction: Transaction,
  found: readonly Found[],
  replacement: string,
): Transaction {
  for (const { from, to } of [...found].reverse()) transaction.insertText(replacement, from, to);
  return transaction;
}

const KEY = new PluginKey<Finding>('finding');
const NOTHING: Query = { text: '', matchCase: false };

function look(doc: Node, query: Query): Finding {
  const found = findIn(doc, query);
  const marks = found.map(({ from, to }) => Decoration.inline(from, to, { class: 'room-found' }));
  return { query, found, shown: DecorationSet.create(doc, marks) };
}

/** Marks what is looked for. */
export const finding = (): Plugin<Finding> =>
  new Plugin<Finding>({
    key: KEY,
    state: {
      init: (_, { doc }) => look(doc, NOTHING),
      apply(transaction, before) {
        const query = transaction.getMeta(KEY) as Query | undefined;
        if (query !== undefined) return look(transaction.doc, query);
        if (!transaction.docChanged || before.query.text === '') return before;
        return look(transaction.doc, before.query);
      },
    },
    props: { decorations: (state) => KEY.getState(state)?.shown },
  });

export const foundIn = (state: EditorState): readonly Found[] => KEY.getState(state)?.found ?? [];

export const lookFor = (state: EditorState, query: Query): Transaction =>
  state.tr.setMeta(KEY, query);

/** The place after the selection, or the first one; before it and the last one for -1. */
export function nextFound(state: EditorState, direction: 1 | -1): Found | undefined {
  const found = foundIn(state);
  const { from, to } = state.selection;
  return direction === 1
    ? (found.find((one) => one.from >= to) ?? found[0])
    : (found.findLast((one) => one.to <= from) ?? found.at(-1));
}

export const choose = (state: EditorState, { from, to }: Found): Transaction =>
  state.tr.setSelection(TextSelection.create(state.doc, from, to)).scrollIntoView();
