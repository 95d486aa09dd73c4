import { type IXmlableObject, type ParagraphChild, XmlComponent } from 'docx';

const SPACES_KEPT = { _attr: { 'xml:space': 'preserve' } };

class PlainRun extends XmlComponent {
  constructor(private readonly text: string) {
    super('w:r');
  }

  override prepForXml(): IXmlableObject {
    return { 'w:r': [{ 'w:t': [SPACES_KEPT, this.text] }] };
  }
}

/** A text that looks as its paragraph says, which most of a document is: what docx's TextRun comes to. */
export const plainRun = (text: string) => new PlainRun(text) as unknown as ParagraphChild;
