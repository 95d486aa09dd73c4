import type { Node } from 'prosemirror-model';
import type { EditorView, NodeView, ViewMutationRecord } from 'prosemirror-view';
import type { RoomViews } from '../room-texts';

/** An image over its caption, which is written in its place. */
export class FigureView implements NodeView {
  readonly dom: HTMLElement;
  readonly contentDOM: HTMLElement;
  private readonly picture: HTMLElement;
  private readonly unwatch: () => void;

  constructor(
    private node: Node,
    view: EditorView,
    private readonly room: RoomViews,
  ) {
    const { ownerDocument: page } = view.dom;
    this.dom = page.createElement('figure');
    this.picture = page.createElement('div');
    this.picture.contentEditable = 'false';
    this.picture.className = 'room-picture';
    this.contentDOM = page.createElement('figcaption');
    this.dom.append(this.picture, this.contentDOM);
    this.unwatch = room.watch(() => {
      this.draw();
    });
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type || node.attrs['key'] !== this.node.attrs['key']) return false;
    this.node = node;
    this.draw();
    return true;
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    return mutation.type !== 'selection' && !this.contentDOM.contains(mutation.target);
  }

  destroy(): void {
    this.unwatch();
  }

  private draw(): void {
    const { texts } = this.room;
    const key = String(this.node.attrs['key']);
    const figure = texts.figure(key);
    const caption = this.node.content.size === 0 ? (figure?.caption ?? '') : '';
    this.contentDOM.dataset['hint'] = caption || texts.say('captionHint');
    this.contentDOM.classList.toggle('room-empty', this.node.content.size === 0);
    if (this.picture.dataset['url'] === (figure?.url ?? '') && this.picture.hasChildNodes()) return;
    this.picture.dataset['url'] = figure?.url ?? '';
    this.picture.replaceChildren(
      figure?.url ? this.image(figure.url, figure.altText) : this.missing(key),
    );
  }

  private image(url: string, altText: string): HTMLElement {
    const image = this.dom.ownerDocument.createElement('img');
    image.src = url;
    image.alt = altText;
    return image;
  }

  private missing(key: string): HTMLElement {
    const note = this.dom.ownerDocument.createElement('p');
    note.className = 'tg-prose-missing';
    note.textContent = this.room.texts.say('imageMissing', { key });
    return note;
  }
}
