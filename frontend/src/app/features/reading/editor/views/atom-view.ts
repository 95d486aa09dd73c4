import type { Node } from 'prosemirror-model';
import type { EditorView, NodeView } from 'prosemirror-view';
import type { RoomViews } from '../room-texts';

/**
 * Something in the text that is one thing: it is chosen, moved and deleted as a whole, and opened by
 * a click, or by Enter while it is chosen.
 */
export abstract class AtomView implements NodeView {
  readonly dom: HTMLElement;
  private unwatch?: () => void;

  constructor(
    protected node: Node,
    view: EditorView,
    private readonly getPos: () => number | undefined,
    protected readonly room: RoomViews,
  ) {
    this.dom = view.dom.ownerDocument.createElement(node.isInline ? 'span' : 'div');
    this.dom.setAttribute('role', 'button');
    this.dom.setAttribute('aria-haspopup', 'dialog');
    this.dom.contentEditable = 'false';
    this.dom.addEventListener('click', this.onClick);
  }

  /** To be called by the constructor of each kind. */
  protected begin(): void {
    this.unwatch = this.room.watch(() => {
      this.draw();
    });
  }

  protected abstract draw(): void;

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false;
    const same = node.eq(this.node);
    this.node = node;
    if (!same) this.draw();
    return true;
  }

  ignoreMutation(): boolean {
    return true;
  }

  destroy(): void {
    this.dom.removeEventListener('click', this.onClick);
    this.unwatch?.();
  }

  private readonly onClick = (): void => {
    const position = this.getPos();
    if (position !== undefined) this.room.texts.open(position);
  };
}
