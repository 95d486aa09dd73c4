import { Slice } from 'prosemirror-model';
import {
  placeOf,
  withChanges,
} from '../../../../../../../backend/src/documents/suggestions/suggested-changes';
import type { Suggestion } from '../../../../api/generated/models';
import { blocksOf } from '../markdown/stored-markdown';
import type { TrackedChange } from '../plugins/tracked-changes';
import type { RoomEditor } from '../room-editor';
import { schema } from '../schema';

/** A letter of no script that keeps the spaces around what it stands beside. */
const EDGE = '\uE011';

type Changes = Pick<Suggestion, 'accepted' | 'changes' | 'original' | 'place' | 'rejected'>;

/** Where the place of a suggestion stands in a text, as far as its changes were taken by now. */
export function placeIn(content: string, { original, changes, accepted, place }: Changes) {
  const { text } = withChanges(original, changes, accepted);
  return placeOf(content, text, place?.start ?? 0);
}

/** Markdown of a part of a line, or of several paragraphs, with the spaces at its ends. */
export function insertedSlice(markdown: string): Slice {
  if (markdown === '') return Slice.empty;
  const doc = schema.nodes.doc.create(null, blocksOf(EDGE + markdown + EDGE));
  let first: number | null = null;
  let last: number | null = null;
  doc.descendants((node, position) => {
    const text = node.text ?? '';
    if (text.includes(EDGE)) first ??= position + text.indexOf(EDGE) + 1;
    if (text.includes(EDGE)) last = position + text.lastIndexOf(EDGE);
  });
  return first === null || last === null ? Slice.empty : doc.slice(first, last);
}

/** How much longer the text before a change has become by those that were taken. */
function shiftBefore({ changes, accepted }: Changes, index: number): number {
  return changes.reduce((sum, { start, end, insert }, at) => {
    return at < index && accepted.includes(at) ? sum + insert.length - (end - start) : sum;
  }, 0);
}

/** All that is left to decide as one change of whole blocks, for what has no finer place. */
function asBlocks(
  editor: RoomEditor,
  suggestion: Changes,
  place: { start: number; end: number },
  indices: readonly number[],
): TrackedChange {
  const content = editor.markdown();
  const { from, to, start, end } = editor.blocksAround(place);
  const all = [...suggestion.accepted, ...indices];
  const { text } = withChanges(suggestion.original, suggestion.changes, all);
  const proposed = content.slice(start, place.start) + text + content.slice(place.end, end);
  const blocks = schema.nodes.doc.create(null, blocksOf(proposed)).content;
  return { indices, from, to, insert: new Slice(blocks, 0, 0) };
}

/**
 * The undecided changes of a suggestion at their places in the editor; null where the text is
 * another one now, so that it no longer fits.
 */
export function placedChanges(editor: RoomEditor, suggestion: Changes): TrackedChange[] | null {
  const place = placeIn(editor.markdown(), suggestion);
  if (place === null) return null;
  const { changes, accepted, rejected } = suggestion;
  const indices = changes
    .map((_, index) => index)
    .filter((index) => !accepted.includes(index) && !rejected.includes(index));
  const placed = indices.map((index): TrackedChange | null => {
    const { start, end, insert } = changes[index] ?? { start: 0, end: 0, insert: '' };
    const offset = place.start + shiftBefore(suggestion, index);
    const from = editor.positionAt(offset + start);
    const to = start === end ? from : editor.positionAt(offset + end);
    return from === null || to === null || to < from
      ? null
      : { indices: [index], from, to, insert: insertedSlice(insert) };
  });
  if (indices.length === 0) return [];
  const all = placed.flatMap((one) => one ?? []);
  const isOrdered = all.every(({ from }, at) => at === 0 || from >= (all[at - 1]?.to ?? 0));
  if (all.length === placed.length && isOrdered) return all;
  return [asBlocks(editor, suggestion, place, indices)];
}
