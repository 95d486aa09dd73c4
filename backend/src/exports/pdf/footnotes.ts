import ElementWriter from 'pdfmake/js/ElementWriter';
import LayoutBuilder from 'pdfmake/js/LayoutBuilder';
import PageElementWriter from 'pdfmake/js/PageElementWriter';
import type { FootnoteNode, Fragment, Line, Writer } from 'pdfmake/js/layout';
import { PageNotes, setsPage } from './page-notes';

const notesOfWriter = new WeakMap<Writer, PageNotes>();

function lineNotes({ inlines }: Line): FootnoteNode[] {
  return inlines.flatMap(({ footnote }) => (footnote === undefined ? [] : [footnote]));
}

function fragmentNotes({ items }: Fragment): FootnoteNode[] {
  return items.flatMap(({ type, item }) => (type === 'line' ? lineNotes(item as Line) : []));
}

/** The lines of a note over the whole width of the page. */
function noteLines(builder: LayoutBuilder, { content }: FootnoteNode): Line[] {
  const node = builder.docMeasure.measureBlock(
    builder.docPreprocessor.preprocessBlock({ ...content }),
  );
  const context = builder.writer.context();
  const { availableWidth } = context;
  const { pageSize, pageMargins } = context.getCurrentPage();
  context.availableWidth = pageSize.width - pageMargins.left - pageMargins.right;
  const lines: Line[] = [];
  for (let line = builder.buildNextLine(node); line; line = builder.buildNextLine(node)) {
    lines.push(line);
  }
  context.availableWidth = availableWidth;
  return lines;
}

/** The notes of the document that a builder lays out. */
export function notesOf(builder: LayoutBuilder): PageNotes {
  const known = notesOfWriter.get(builder.writer);
  if (known !== undefined) return known;
  const built = new Map<number, Line[]>();
  const notes = new PageNotes((note) => {
    const lines = built.get(note.number) ?? noteLines(builder, note);
    built.set(note.number, lines);
    return lines;
  });
  notesOfWriter.set(builder.writer, notes);
  return notes;
}

/**
 * Heights of the lines of a paragraph, each with what its notes take from the foot of the page; right
 * under a heading without it, because there notes may go on on the next page.
 */
export function heightsWithNotes(builder: LayoutBuilder, lines: readonly Line[]): number[] {
  const notes = notesOf(builder);
  let rule = notes.ruleRoom(builder.writer.context().page);
  return lines.map((line, index) => {
    const height = index < notes.underHeading ? 0 : notes.height(lineNotes(line));
    const room = height === 0 ? 0 : height + rule;
    if (height > 0) rule = 0;
    return line.getHeight() + room;
  });
}

function withNotes(writer: Writer, notes: readonly FootnoteNode[], add: () => unknown): unknown {
  const pageNotes = setsPage(writer) ? notesOfWriter.get(writer) : undefined;
  return pageNotes === undefined ? add() : pageNotes.add(notes, writer.context(), add);
}

/** Gives pdfmake footnotes: those that hang on pieces of text are set at the foot of their page. */
export function installFootnotes(): void {
  const { addLine, addFragment } = ElementWriter.prototype;
  ElementWriter.prototype.addLine = function (this: ElementWriter, line: Line, ...rest) {
    const position = withNotes(this, lineNotes(line), () => addLine.call(this, line, ...rest));
    const notes = notesOfWriter.get(this);
    if (notes !== undefined && position !== false) notes.underHeading -= 1;
    return position;
  };
  ElementWriter.prototype.addFragment = function (this: ElementWriter, fragment, ...rest) {
    return withNotes(this, fragmentNotes(fragment), () =>
      addFragment.call(this, fragment, ...rest),
    );
  };
  const { moveToNextPage } = PageElementWriter.prototype;
  PageElementWriter.prototype.moveToNextPage = function (this: PageElementWriter, ...rest) {
    moveToNextPage.call(this, ...rest);
    if (setsPage(this)) notesOfWriter.get(this)?.begin(this.context());
  };
  const { addHeadersAndFooters } = LayoutBuilder.prototype;
  LayoutBuilder.prototype.addHeadersAndFooters = function (this: LayoutBuilder, ...rest) {
    const notes = notesOf(this);
    while (notes.unfinished) this.writer.moveToNextPage();
    notes.draw(this.writer.context().pages);
    addHeadersAndFooters.call(this, ...rest);
  };
}
