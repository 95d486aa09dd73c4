import type { Document, Element } from 'domhandler';
import { attribute, below, child, isOn } from './xml';

/** What text is set in, as Word works it out; sizes and lengths in points. */
export interface Effective {
  font: string;
  size: number;
  bold: boolean;
  capitals: boolean;
  /** Multiple of single spacing. */
  spacing: number;
  firstLine: number;
  alignment: string;
}

const AUTO = 240;
const TWIPS = 20;

/** Values that an element states; undefined where it leaves them to what it is based on. */
function statedIn(properties: Element | undefined, run: Element | undefined): Partial<Effective> {
  const indent = attribute(child(properties, 'w:ind'), 'w:firstLine');
  const line = attribute(child(properties, 'w:spacing'), 'w:line');
  const size = attribute(child(run, 'w:sz'), 'w:val');
  const [bold, capitals] = [child(run, 'w:b'), child(run, 'w:caps')];
  const stated = {
    font: attribute(child(run, 'w:rFonts'), 'w:ascii'),
    size: size === undefined ? undefined : Number(size) / 2,
    bold: bold && isOn(bold),
    capitals: capitals && isOn(capitals),
    spacing: line === undefined ? undefined : Number(line) / AUTO,
    firstLine: indent === undefined ? undefined : Number(indent) / TWIPS,
    alignment: attribute(child(properties, 'w:jc'), 'w:val'),
  };
  return Object.fromEntries(Object.entries(stated).filter(([, value]) => value !== undefined));
}

const WORDS_OWN: Effective = {
  ...{ font: 'Times New Roman', size: 10, bold: false, capitals: false },
  ...{ spacing: 1, firstLine: 0, alignment: 'left' },
};

/** The styles of a Word file (ECMA-376, 17.7.2). */
export class Styles {
  private readonly byId: ReadonlyMap<string, Element>;
  private readonly defaults: Effective;

  constructor(part: Document | undefined) {
    this.byId = new Map(
      below(part, 'w:style').map((style) => [attribute(style, 'w:styleId') ?? '', style]),
    );
    const [defaults] = below(part, 'w:docDefaults');
    const run = child(child(defaults, 'w:rPrDefault'), 'w:rPr');
    const paragraph = child(child(defaults, 'w:pPrDefault'), 'w:pPr');
    this.defaults = { ...WORDS_OWN, ...statedIn(paragraph, run) };
  }

  of(id: string): Effective {
    const style = this.byId.get(id);
    if (style === undefined) return this.defaults;
    const base = attribute(child(style, 'w:basedOn'), 'w:val');
    const inherited = base === undefined || base === id ? this.defaults : this.of(base);
    return { ...inherited, ...statedIn(child(style, 'w:pPr'), child(style, 'w:rPr')) };
  }

  /** What a run of a paragraph is set in. */
  run(paragraph: Element, run: Element | undefined): Effective {
    const properties = child(paragraph, 'w:pPr');
    return {
      ...this.of(styleOf(paragraph)),
      ...statedIn(properties, run && child(run, 'w:rPr')),
    };
  }
}

export const styleOf = (paragraph: Element): string =>
  attribute(child(child(paragraph, 'w:pPr'), 'w:pStyle'), 'w:val') ?? 'Normal';
