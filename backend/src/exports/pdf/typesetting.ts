import ElementWriter from 'pdfmake/js/ElementWriter';
import LayoutBuilder from 'pdfmake/js/LayoutBuilder';
import type { Line, TextNode } from 'pdfmake/js/layout';
import { installMetadata } from './archival';
import { installLines } from './draw-lines';
import { TEXT_FONT } from './fonts';
import { installFormulas } from './formulas';
import { installFootnotes } from './footnotes';
import { aligned } from './line-alignment';
import { buildLine } from './long-words';
import { installMissingGlyphs } from './missing-glyphs';
import { installMeasuring } from './measure-text';
import { setParagraph } from './page-breaks';

let installed = false;

/**
 * Gives pdfmake's layout engine, which has no settings for these, justification at spaces, dotted
 * leaders, long words within the margins, and the control of widows, orphans and stranded headings. It applies to nodes that ask
 * for it and to justified lines.
 */
export function installTypesetting(): void {
  if (installed) return;
  installed = true;
  installMetadata();
  installMissingGlyphs();
  installFootnotes();
  installFormulas(TEXT_FONT);
  installMeasuring();
  installLines();
  const { alignLine } = ElementWriter.prototype;
  ElementWriter.prototype.alignLine = function (this: ElementWriter, line: Line): void {
    if (!aligned(line, this)) alignLine.call(this, line);
  };
  const { buildNextLine, processLeaf } = LayoutBuilder.prototype;
  LayoutBuilder.prototype.buildNextLine = function (this: LayoutBuilder, node: TextNode) {
    return buildLine(this, node, () => buildNextLine.call(this, node));
  };
  LayoutBuilder.prototype.processLeaf = function (this: LayoutBuilder, node: TextNode): void {
    const set = () => {
      processLeaf.call(this, node);
    };
    if (node.keepTogether === undefined) set();
    else setParagraph(this, node, set);
  };
}
