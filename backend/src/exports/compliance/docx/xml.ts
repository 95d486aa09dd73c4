import { type Document, type Element, isTag } from 'domhandler';
import { strFromU8, unzipSync } from 'fflate';
import { parseDocument } from 'htmlparser2';

/** The parts of a Word file that was made here. */
export class WordFile {
  private readonly files: Record<string, Uint8Array>;

  constructor(file: Uint8Array) {
    this.files = unzipSync(file);
  }

  /** Undefined when there is no such part. */
  part(name: string): Document | undefined {
    const file = this.files[name];
    return file && parseDocument(strFromU8(file), { xmlMode: true });
  }
}

type Parent = Document | Element;

export const childrenOf = (parent: Parent | undefined): Element[] =>
  (parent?.children ?? []).filter(isTag);

export const child = (parent: Parent | undefined, name: string): Element | undefined =>
  childrenOf(parent).find((element) => element.name === name);

/** All elements of a name below one, in the order of the file. */
export function below(parent: Parent | undefined, name: string): Element[] {
  return childrenOf(parent).flatMap((element) => [
    ...(element.name === name ? [element] : []),
    ...below(element, name),
  ]);
}

export const attribute = (element: Element | undefined, name: string): string | undefined =>
  element?.attribs[name];

const ON = new Set(['true', '1', 'on']);

/** Word's switches: there and not off. */
export function isOn(element: Element | undefined): boolean {
  return element !== undefined && ON.has(attribute(element, 'w:val') ?? 'true');
}

/** What a reader reads of a paragraph. */
export function textOf(element: Element): string {
  return childrenOf(element)
    .map((one) => {
      if (one.name === 'w:t')
        return one.children.map((node) => ('data' in node ? node.data : '')).join('');
      if (one.name === 'w:tab' || one.name === 'w:br') return ' ';
      return one.name === 'w:pPr' ? '' : textOf(one);
    })
    .join('');
}
