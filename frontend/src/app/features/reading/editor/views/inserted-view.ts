import type { Node, Slice } from 'prosemirror-model';
import type { CitationItem } from '../../../../ui/prose/prose-model';
import type { RoomTexts } from '../room-texts';

/** Words for those who do not see how a change is drawn. */
export function labelView(label: string): HTMLElement {
  const span = document.createElement('span');
  span.className = 'visually-hidden';
  span.contentEditable = 'false';
  span.textContent = `${label} `;
  return span;
}

function inlineView(node: Node, texts: RoomTexts): HTMLElement | Text {
  if (node.isText) {
    const text = document.createTextNode(node.text ?? '');
    const name = node.marks
      .map(({ type }) => type.name)
      .find((one) => one === 'strong' || one === 'em');
    if (name === undefined) return text;
    const mark = document.createElement(name);
    mark.append(text);
    return mark;
  }
  const span = document.createElement('span');
  if (node.type.name === 'citation') {
    span.className = 'tg-citation';
    span.textContent = texts.citationLabel(node.attrs['items'] as CitationItem[]);
  } else if (node.type.name.startsWith('formula'))
    span.textContent = `$${String(node.attrs['tex'])}$`;
  else if (node.type.name === 'reference') {
    span.textContent = texts.referenceOf(String(node.attrs['label']));
  } else span.textContent = ' ';
  return span;
}

/** What would be put in, as it would be read; lines are parted by their sign. */
export function insertedView({ content }: Slice, texts: RoomTexts, look: string): HTMLElement {
  const view = document.createElement('ins');
  view.className = `tracked-insertion${look}`;
  view.contentEditable = 'false';
  view.append(labelView(texts.say('suggest.insertion')));
  let lines = 0;
  content.descendants((node) => {
    if (node.isTextblock && lines++ > 0) view.append(' ¶ ');
    if (node.isInline) view.append(inlineView(node, texts));
    return !node.isInline;
  });
  return view;
}
