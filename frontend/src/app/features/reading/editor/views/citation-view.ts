import type { CitationItem } from '../../../../ui/prose/prose-model';
import { AtomView } from './atom-view';

/** A citation as the reader sees it. */
export class CitationView extends AtomView {
  constructor(...parts: ConstructorParameters<typeof AtomView>) {
    super(...parts);
    this.begin();
  }

  protected draw(): void {
    const { texts } = this.room;
    const items = this.node.attrs['items'] as CitationItem[];
    const known = items.every(({ key }) => texts.isKnown(key));
    const label = texts.citationLabel(items);
    this.dom.className = `tg-citation${known ? '' : ' room-citation-unknown'}`;
    this.dom.textContent = label;
    this.dom.setAttribute(
      'aria-label',
      texts.say(known ? 'citationName' : 'unknownName', { label }),
    );
  }
}
