import { BuilderElement, type IRunOptions, Run, XmlComponent } from 'docx';

class Instruction extends XmlComponent {
  constructor(instruction: string) {
    super('w:instrText');
    this.root.push({ _attr: { 'xml:space': 'preserve' } }, ` ${instruction} `);
  }
}

const mark = (type: 'begin' | 'separate' | 'end') =>
  new BuilderElement<{ type: string }>({
    name: 'w:fldChar',
    attributes: { type: { key: 'w:fldCharType', value: type } },
  });

/** For a field whose result is paragraphs: what its first one begins with. */
export const fieldBegin = (instruction: string): Run =>
  new Run({ children: [mark('begin'), new Instruction(instruction), mark('separate')] });

/** What the last one ends with. */
export const fieldEnd = (): Run => new Run({ children: [mark('end')] });

/** A field with its result written out, so that it is right before any update and asks for none. */
export function field(instruction: string, result: string, style: IRunOptions = {}): Run {
  const before = [mark('begin'), new Instruction(instruction), mark('separate')];
  return new Run({ ...style, children: [...before, result, mark('end')] });
}

const MAX_NAME = 40;

/** The bookmark around the number of a place, for fields that refer to it. */
export function referenceBookmark(id: string): string {
  return `_Ref${id.replace(/[^A-Za-z0-9]/g, '_')}`.slice(0, MAX_NAME);
}
