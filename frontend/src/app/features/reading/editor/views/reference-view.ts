import { AtomView } from './atom-view';

/** A mention of a figure, a table, a section or a formula, under the name that it has. */
export class ReferenceView extends AtomView {
  constructor(...parts: ConstructorParameters<typeof AtomView>) {
    super(...parts);
    this.dom.className = 'room-reference';
    this.begin();
  }

  protected draw(): void {
    this.dom.textContent = this.room.texts.referenceOf(String(this.node.attrs['label']));
  }
}
