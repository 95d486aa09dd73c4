import { typeset } from '../../../../ui/prose/typeset';
import { AtomView } from './atom-view';

/** A formula in its own setting; its source where that cannot be read. */
export class FormulaView extends AtomView {
  constructor(...parts: ConstructorParameters<typeof AtomView>) {
    super(...parts);
    this.begin();
  }

  protected draw(): void {
    const tex = String(this.node.attrs['tex']);
    const isBlock = this.node.isBlock;
    const display = isBlock || this.node.attrs['display'] === true;
    this.dom.className = isBlock ? 'tg-prose-formula room-formula' : 'tg-formula room-formula';
    this.dom.textContent = display ? `$$${tex}$$` : `$${tex}$`;
    this.dom.setAttribute('aria-label', this.dom.textContent);
    const made = this.dom.ownerDocument.createElement('span');
    void typeset(tex, display, made).then((done) => {
      const isSame = tex === this.node.attrs['tex'];
      if (done && isSame) this.dom.replaceChildren(made);
      this.dom.classList.toggle('room-formula-unread', !done);
      // not every reader takes the name of a button from the formula in it
      this.dom.setAttribute('aria-label', this.dom.textContent);
    });
  }
}
