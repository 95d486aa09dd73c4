import { closeHistory } from 'prosemirror-history';
import type { Node, Slice } from 'prosemirror-model';
import {
  type EditorState,
  Plugin,
  PluginKey,
  TextSelection,
  type Transaction,
} from 'prosemirror-state';
import type { Mappable } from 'prosemirror-transform';
import { Decoration, DecorationSet } from 'prosemirror-view';
import type { RoomTexts } from '../room-texts';
import { insertedView, labelView } from '../views/inserted-view';

/** One change that is proposed at its place in the editor. */
export interface TrackedChange {
  /** Of the suggestion's changes; several where they cannot be told apart here. */
  indices: readonly number[];
  from: number;
  to: number;
  /** What would come in the place of it. */
  insert: Slice;
}

/** The changes of a suggestion that wait for a decision. */
export interface Tracked {
  changes: readonly TrackedChange[];
  /** The one at hand: its place among them. */
  active: number;
  /** Indices of those that the person has written into meanwhile. */
  unfit: readonly number[];
}

type Act = { show: Tracked | null } | { active: number };

const KEY = new PluginKey<Tracked | null>('tracked');

const KEPT = 'tracked-deletion';

/** The change where it stands after an edit; null where the edit has touched what it is about. */
function moved(change: TrackedChange, mapping: Mappable, before: Node, after: Node) {
  const start = mapping.mapResult(change.from, change.from === change.to ? -1 : 1);
  const end = mapping.mapResult(change.to, -1);
  const [from, to] = [start.pos, Math.max(start.pos, end.pos)];
  const isGone = change.from === change.to && start.deletedAcross;
  const isSame =
    !isGone &&
    to <= after.content.size &&
    before.slice(change.from, change.to).eq(after.slice(from, to));
  return isSame ? { ...change, from, to } : null;
}

function follow(tracked: Tracked, transaction: Transaction): Tracked | null {
  const { mapping, before, doc } = transaction;
  const decided = new Set(transaction.getMeta('decided') as readonly TrackedChange[] | undefined);
  const open = tracked.changes.filter((change) => !decided.has(change));
  const all = open.map((change) => ({ change, now: moved(change, mapping, before, doc) }));
  const changes = all.flatMap(({ now }) => now ?? []);
  const unfit = all.flatMap(({ change, now }) => (now === null ? change.indices : []));
  if (changes.length === 0 && unfit.length === 0 && tracked.unfit.length === 0) return null;
  const active = Math.max(0, Math.min(tracked.active, changes.length - 1));
  return { changes, active, unfit: [...tracked.unfit, ...unfit] };
}

function decorationsOf(doc: Node, { changes, active }: Tracked, texts: RoomTexts): DecorationSet {
  const marks = changes.flatMap(({ from, to, insert, indices }, at) => {
    const look = at === active ? ' tracked-active' : '';
    const key = `${indices.join()}${look}`;
    const widget = (place: number, side: number, name: string, view: () => HTMLElement) =>
      Decoration.widget(place, view, { side, key: `${name}${key}`, ignoreSelection: true });
    const deletion =
      from === to
        ? []
        : [
            widget(from, -1, 'd', () => labelView(texts.say('suggest.deletion'))),
            Decoration.inline(from, to, { nodeName: 'del', class: `${KEPT}${look}` }),
          ];
    const insertion =
      insert.size === 0 ? [] : [widget(to, 1, 'i', () => insertedView(insert, texts, look))];
    return [...deletion, ...insertion];
  });
  return DecorationSet.create(doc, marks);
}

/** Shows what a suggestion would change, in the text itself, which stays as it is. */
export const trackedChanges = (texts: RoomTexts): Plugin<Tracked | null> =>
  new Plugin<Tracked | null>({
    key: KEY,
    state: {
      init: () => null,
      apply(transaction, tracked) {
        const act = transaction.getMeta(KEY) as Act | undefined;
        if (act !== undefined && 'show' in act) return act.show;
        const after = tracked !== null && act !== undefined ? { ...tracked, ...act } : tracked;
        return after === null || !(transaction.docChanged || transaction.getMeta('decided'))
          ? after
          : follow(after, transaction);
      },
    },
    props: {
      decorations: (state) => {
        const tracked = KEY.getState(state);
        return tracked ? decorationsOf(state.doc, tracked, texts) : null;
      },
    },
  });

export const trackedIn = (state: EditorState): Tracked | null => KEY.getState(state) ?? null;

/** @param changes none for taking the marks away */
export const showChanges = (
  state: EditorState,
  changes: readonly TrackedChange[],
  unfit: readonly number[] = [],
): Transaction =>
  state.tr
    .setMeta(KEY, {
      show: changes.length + unfit.length > 0 ? { changes, active: 0, unfit } : null,
    })
    .setMeta('addToHistory', false);

/** Goes to a change; around the end to the first one. */
export function toChange(state: EditorState, direction: 0 | 1 | -1): Transaction | null {
  const tracked = trackedIn(state);
  const count = tracked?.changes.length ?? 0;
  if (tracked === null || count === 0) return null;
  const active = (tracked.active + direction + count) % count;
  const place = tracked.changes[active]?.from ?? 0;
  return state.tr
    .setMeta(KEY, { active })
    .setSelection(TextSelection.near(state.doc.resolve(place)))
    .scrollIntoView();
}

/** Takes changes over into the text, as one change that can be undone. */
export function acceptChanges(state: EditorState, changes: readonly TrackedChange[]): Transaction {
  const transaction = closeHistory(state.tr);
  for (const { from, to, insert } of [...changes].reverse()) transaction.replace(from, to, insert);
  return transaction.setMeta('decided', changes);
}

/** Takes their marks away; the text stays. */
export const rejectChanges = (state: EditorState, changes: readonly TrackedChange[]): Transaction =>
  state.tr.setMeta('decided', changes).setMeta('addToHistory', false);
