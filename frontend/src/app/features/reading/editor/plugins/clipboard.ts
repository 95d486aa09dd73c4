import { type Node, type Slice } from 'prosemirror-model';
import { Plugin } from 'prosemirror-state';
import type { EditorView } from 'prosemirror-view';
import { sliceOf } from '../markdown/stored-markdown';
import { writeBlocks } from '../markdown/write-blocks';
import { schema } from '../schema';

/** What is copied, as Markdown: it comes back as what it was, here and in other documents. */
function asMarkdown({ content }: Slice): string {
  const blocks: Node[] = content.content.every(({ isBlock }) => isBlock)
    ? [...content.content]
    : [schema.nodes.paragraph.create(null, content)];
  return writeBlocks(blocks);
}

function insert(view: EditorView, text: string): void {
  const { state } = view;
  const isSource = state.selection.$from.parent.type.spec.code === true;
  const transaction = isSource
    ? state.tr.insertText(text)
    : state.tr.replaceSelection(sliceOf(text));
  view.dispatch(transaction.scrollIntoView().setMeta('paste', true));
}

/**
 * Takes text only: it is read as Markdown, and no foreign markup is ever parsed, which the page's
 * Trusted Types would refuse.
 */
export const clipboard = (): Plugin =>
  new Plugin({
    props: {
      clipboardTextSerializer: asMarkdown,
      handleDOMEvents: {
        paste(view, event) {
          const text = event.clipboardData?.getData('text/plain') ?? '';
          event.preventDefault();
          if (text !== '') insert(view, text.replace(/\r\n?/g, '\n'));
          return true;
        },
        drop(view, event) {
          // what was dragged from within the editor is moved as it is
          if (view.dragging !== null) return false;
          event.preventDefault();
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos;
          const text = event.dataTransfer?.getData('text/plain') ?? '';
          if (at === undefined || text === '') return true;
          view.dispatch(view.state.tr.replace(at, at, sliceOf(text)));
          return true;
        },
      },
    },
  });
