import type { Inline, Line, Writer } from 'pdfmake/js/layout';
import { setDirections } from './directions';

/** A line is left ragged rather than pulled apart by more than this share of its width a gap. */
const MAX_GAP_SHARE = 0.08;

function isJustified(line: Line): boolean {
  const justify = line.inlines[0]?.alignment === 'justify';
  return justify && line.newLineForced !== true && !line.lastLineInParagraph;
}

function endsInSpace({ text, marker }: Inline): boolean {
  return marker !== true && /\s$/.test(text);
}

/**
 * Stretches a line at its spaces only. pdfmake stretches it at every boundary of its pieces, also
 * before a comma after a word in italics and after a hyphen.
 */
function justify(line: Line, width: number): void {
  const spaces = line.inlines.slice(0, -1).filter(endsInSpace).length;
  const gap = spaces === 0 ? 0 : (width - line.getWidth()) / spaces;
  if (gap <= 0 || gap > width * MAX_GAP_SHARE) return;
  let shift = 0;
  for (const [index, inline] of line.inlines.entries()) {
    const previous = line.inlines[index - 1];
    const follows = previous !== undefined && endsInSpace(previous);
    if (follows) shift += gap;
    inline.x += shift;
    inline.justifyShift = follows ? gap : 0;
  }
}

const LEADER = { lineWidth: 0.8, dash: { length: 0.1, space: 3 }, margin: 4 } as const;

/** pdfmake keeps room for five digits; page numbers have three at most. */
const DIGITS_SHARE = 3 / 5;

/** A place whose page pdfmake writes as it is labelled; known only when all is laid out. */
function labelled({ _pageRef, labels }: Inline): object | undefined {
  const place = _pageRef?._nodeRef;
  if (labels === undefined) return place;
  return {
    get positions() {
      return place?.positions?.map(({ pageNumber }) => ({ pageNumber: labels.label(pageNumber) }));
    },
  };
}

/**
 * Moves the page number of a line in the contents to the right edge and draws dots up to it. The
 * dots are drawn, not written, so that they are not read out or copied.
 */
function lead(line: Line, writer: Writer, width: number): void {
  const number = line.inlines.at(-1);
  if (number?._pageRef === undefined) return;
  // pdfmake resolves page references only in the first line of a paragraph
  number._pageNodeRef = labelled(number);
  number.x = width - number.width;
  const left = line.x ?? 0;
  const start = line.inlines.find(({ leader }) => leader === true)?.x ?? 0;
  const baseline = (line.y ?? 0) + line.getAscenderHeight();
  writer.addVector(
    {
      type: 'line',
      x1: left + start + LEADER.margin,
      y1: baseline,
      x2: left + width - number.width * DIGITS_SHARE - 1,
      y2: baseline,
      lineWidth: LEADER.lineWidth,
      lineCap: 'round',
      dash: LEADER.dash,
    },
    true,
    true,
  );
}

/** Replaces pdfmake's alignment of a line where ours differs; false leaves the line to pdfmake. */
export function aligned(line: Line, writer: Writer): boolean {
  const width = writer.context().availableWidth;
  setDirections(line);
  if (isJustified(line)) {
    justify(line, width);
    return true;
  }
  lead(line, writer, width);
  return false;
}
