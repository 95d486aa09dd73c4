import { signal } from '@angular/core';
import { closeHistory } from 'prosemirror-history';
import type { Node } from 'prosemirror-model';
import {
  AllSelection,
  type Command,
  type EditorState,
  NodeSelection,
  Selection,
  TextSelection,
  type Transaction,
} from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { editorState } from './editor-state';
import { sliceOf, StoredMarkdown } from './markdown/stored-markdown';
import { offsetAt, positionAt } from './markdown/markdown-places';
import { COMMANDS, type CommandName } from './plugins/commands';
import type { RoomActs } from './plugins/key-bindings';
import { type Tracked, trackedIn } from './plugins/tracked-changes';
import type { Chosen } from './room-card';
import { type RoomTexts, RoomViews } from './room-texts';
import { nodeViews } from './views/node-views';

/** So long after the last key a text is written out; the key itself only changes the document. */
const WRITE_MS = 250;

export interface RoomEditorOptions {
  markdown: string;
  attributes: Record<string, string>;
  texts: RoomTexts;
  acts: RoomActs;
  /** A while after a change, with the whole Markdown. */
  onWritten: (markdown: string) => void;
  /** After each change of the text or of the selection, at most once a frame. */
  onMoved: (on: readonly CommandName[]) => void;
}

/** The editor of one text, over ProseMirror's view. */
export class RoomEditor {
  readonly view: EditorView;
  /** The words that are chosen, each time anew; null for none. */
  readonly chosen = signal<Chosen | null>(null);
  /** The changes of a suggestion that are shown in the text. */
  readonly tracked = signal<Tracked | null>(null);
  private readonly room: RoomViews;
  private stored: StoredMarkdown;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private frame = 0;
  private isDirty = false;
  private isMoved = false;

  constructor(
    place: HTMLElement,
    private readonly options: RoomEditorOptions,
  ) {
    this.room = new RoomViews(options.texts);
    this.stored = new StoredMarkdown(options.markdown);
    this.view = new EditorView(place, {
      state: editorState(this.stored.doc, options.acts, options.texts),
      attributes: options.attributes,
      nodeViews: nodeViews(this.room),
      dispatchTransaction: (transaction) => {
        this.apply(transaction);
      },
    });
  }

  get doc(): Node {
    return this.view.state.doc;
  }

  /** The whole text as it is now. */
  markdown(): string {
    return this.stored.write(this.doc);
  }

  /** Where a place of {@link markdown} stands in the editor; null where it has no place of its own. */
  positionAt(offset: number): number | null {
    return positionAt(this.stored, this.doc, offset);
  }

  /** The whole blocks around a place of {@link markdown}, there and in the editor. */
  blocksAround(place: { start: number; end: number }) {
    const around = { start: 0, end: 0, from: 0, to: 0 };
    let [at, isOpen] = [0, false];
    for (const { gap, text, position } of this.stored.pieces(this.doc)) {
      const start = at + gap.length;
      at = start + text.length;
      if (at < place.start || start > place.end) continue;
      if (!isOpen) Object.assign(around, { start, from: position });
      isOpen = true;
      const size = this.doc.nodeAt(position)?.nodeSize ?? 0;
      Object.assign(around, { end: at, to: position + size });
    }
    return around;
  }

  /** The other way round. */
  offsetAt(position: number): number {
    return offsetAt(this.stored, this.doc, position);
  }

  /** Writes out what was typed just now. */
  flush(): void {
    clearTimeout(this.timer);
    if (!this.isDirty) return;
    this.isDirty = false;
    this.options.onWritten(this.markdown());
  }

  /** Puts another text in the place of this one, as one change that can be undone. */
  takeOver(markdown: string): void {
    if (markdown === this.markdown()) return;
    this.stored = new StoredMarkdown(markdown);
    const { state } = this.view;
    const { content } = this.stored.doc;
    this.view.dispatch(closeHistory(state.tr).replaceWith(0, state.doc.content.size, content));
    this.flush();
  }

  run(command: Command): boolean {
    const done = command(this.view.state, this.view.dispatch.bind(this.view), this.view);
    this.view.focus();
    return done;
  }

  insert(markdown: string): void {
    this.view.dispatch(this.view.state.tr.replaceSelection(sliceOf(markdown)).scrollIntoView());
  }

  /** Chooses the block in which a place of the Markdown lies. */
  goTo(offset: number): void {
    const position = this.stored.blockAt(this.doc, offset);
    const { state } = this.view;
    const near = Selection.near(state.doc.resolve(Math.min(position + 1, state.doc.content.size)));
    this.view.dispatch(state.tr.setSelection(near).scrollIntoView());
    this.view.focus();
  }

  /** The node that is one thing at a position. */
  atomAt(position: number): Node | null {
    const node = this.doc.nodeAt(position);
    if (node === null) return null;
    const { state } = this.view;
    this.view.dispatch(state.tr.setSelection(NodeSelection.create(state.doc, position)));
    return node;
  }

  redraw(): void {
    this.room.redraw();
  }

  destroy(): void {
    clearTimeout(this.timer);
    cancelAnimationFrame(this.frame);
    this.view.destroy();
  }

  private apply(transaction: Transaction): void {
    this.view.updateState(this.view.state.apply(transaction));
    this.tracked.set(trackedIn(this.view.state));
    if (transaction.docChanged) {
      this.isDirty = true;
      clearTimeout(this.timer);
      this.timer = setTimeout(() => {
        this.flush();
      }, WRITE_MS);
    }
    this.isMoved ||= transaction.selectionSet || transaction.docChanged;
    cancelAnimationFrame(this.frame);
    this.frame = requestAnimationFrame(() => {
      this.options.onMoved(this.commandsOn());
      if (this.isMoved) this.chosen.set(chosenIn(this.view.state));
      this.isMoved = false;
    });
  }

  private commandsOn(): CommandName[] {
    const names = Object.keys(COMMANDS) as CommandName[];
    return names.filter((name) => COMMANDS[name].isOn(this.view.state));
  }
}

function chosenIn({ doc, selection }: EditorState): Chosen | null {
  const { from, to } = selection;
  const isText = selection instanceof TextSelection || selection instanceof AllSelection;
  return isText && !selection.empty && doc.textBetween(from, to, ' ').trim() !== ''
    ? { from, to }
    : null;
}
