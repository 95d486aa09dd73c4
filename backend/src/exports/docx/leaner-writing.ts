import {
  EMPTY_OBJECT,
  type IContext,
  isXmlComponent,
  type IXmlableObject,
  NextAttributeComponent,
  XmlComponent,
} from 'docx';

/** What docx's types keep to its components. */
interface Component {
  rootKey: string;
  root: unknown[];
  /** The components that one is written as, where it is not one element. */
  writtenAs?: readonly Writable[];
}

interface Writable {
  prepForXml(context: IContext): IXmlableObject | undefined;
  writtenAs?: readonly Writable[];
}

type Attributes = Record<string, { key: string; value: unknown }>;

const isComponent = isXmlComponent as (value: unknown) => value is Writable;

/** The children of an element: one that is nothing but attributes stands for them. */
function contentOf(children: readonly unknown[]): unknown {
  if (children.length === 0) return EMPTY_OBJECT;
  const [first] = children as readonly ({ _attr?: unknown } | null)[];
  return children.length === 1 && first?._attr ? first : children;
}

function prepareComponent(this: Component, context: IContext): IXmlableObject {
  const { stack } = context as unknown as { stack: unknown[] };
  stack.push(this);
  const children: unknown[] = [];
  for (const part of this.root) {
    if (!isComponent(part)) {
      if (part !== undefined) children.push(part);
      continue;
    }
    for (const written of part.writtenAs ?? [part]) {
      const prepared = written.prepForXml(context);
      if (prepared !== undefined) children.push(prepared);
    }
  }
  stack.pop();
  return { [this.rootKey]: contentOf(children) };
}

function prepareAttributes(this: { root: Attributes }): IXmlableObject {
  const attributes: Record<string, unknown> = {};
  for (const { key, value } of Object.values(this.root)) {
    if (value !== undefined) attributes[key] = value;
  }
  return { _attr: attributes };
}

let installed = false;

/**
 * Has docx prepare its elements, some twenty thousand of a thesis, with one list for each and not three.
 * What it writes is the same.
 */
export function installLeanerWriting(): void {
  if (installed) return;
  installed = true;
  Object.assign(XmlComponent.prototype, { prepForXml: prepareComponent });
  Object.assign(NextAttributeComponent.prototype, { prepForXml: prepareAttributes });
}
