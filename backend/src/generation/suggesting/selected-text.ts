import { sentenceSpans, type Span } from '../../citations';
import { type DocumentLanguage, ProblemException } from '../../common';

/** About two pages: what one can still judge change by change. */
const LONGEST = 6000;
const WORD = /[\p{L}\p{N}]/u;
/** Tables, figures, formulas of their own and code. */
const NO_PROSE = /^[ \t]*(?:\||`{3}|~{3}|\$\$|!\[|Table:)/m;
const HEADING = /^[ \t]*#{1,6}[ \t]/;
const LINE_MARK = /^[ \t]*(?:[-*+>]|\d{1,3}[.)])[ \t]+/;
const FENCE = /^[ \t]*(?:`{3}|~{3})/gm;

/** A place of a section's Markdown, in UTF-16 code units; `end` is exclusive. */
export interface SelectedText extends Span {
  text: string;
}

function refused(message: string): ProblemException {
  return new ProblemException('VALIDATION_FAILED', message, {
    errors: [{ pointer: '/selection', message }],
  });
}

/** Marks that have a partner have it within the piece. */
function standsAlone(piece: string): boolean {
  const counts = (mark: RegExp) => (piece.match(mark) ?? []).length;
  const plain = piece.replace(/\\./g, '');
  const even = [/\*/g, /`/g, /\$/g].every((mark) => (plain.match(mark) ?? []).length % 2 === 0);
  return even && counts(/\[/g) === counts(/\]/g);
}

/** From the beginning of its first line, behind a list mark, to the end of its last one. */
function wholeLines(markdown: string, { start, end }: Span): Span {
  const from = markdown.lastIndexOf('\n', start - 1) + 1;
  const stop = markdown.indexOf('\n', end);
  const until = stop === -1 ? markdown.length : stop;
  const mark = LINE_MARK.exec(markdown.slice(from, until))?.[0].length ?? 0;
  return { start: from + mark, end: from + markdown.slice(from, until).trimEnd().length };
}

/** Without the mark of a list or a quotation that the first line begins with. */
function behindMark(markdown: string, { start, end }: Span): Span {
  const isLineStart = start === 0 || markdown[start - 1] === '\n';
  const mark = isLineStart ? (LINE_MARK.exec(markdown.slice(start, end))?.[0].length ?? 0) : 0;
  return { start: start + mark, end };
}

/**
 * The whole sentences that a selection touches: what is half a sentence to the eye is no unit of
 * sense, and a citation belongs to its sentence. Where these would part an emphasis, whole lines.
 * @throws ProblemException VALIDATION_FAILED for what is outside of the text, or no running text
 */
export function selectedText(
  markdown: string,
  selection: Span,
  language: DocumentLanguage,
): SelectedText {
  const { start, end } = selection;
  if (start >= end || end > markdown.length || !WORD.test(markdown.slice(start, end))) {
    throw refused('Select some words of the text.');
  }
  const touched = sentenceSpans(markdown, language).filter(
    (one) => one.start < end && start < one.end && WORD.test(markdown.slice(one.start, one.end)),
  );
  const first = touched[0];
  const last = touched.at(-1);
  if (first === undefined || last === undefined) throw refused('Select some words of the text.');
  const sentences = behindMark(markdown, { start: first.start, end: last.end });
  const whole = standsAlone(markdown.slice(sentences.start, sentences.end))
    ? sentences
    : wholeLines(markdown, sentences);
  const text = markdown.slice(whole.start, whole.end);
  const isInCode = (markdown.slice(0, whole.start).match(FENCE) ?? []).length % 2 === 1;
  if (isInCode || NO_PROSE.test(text) || HEADING.test(text)) {
    throw refused('Select running text: tables, figures, formulas, code and headings stay.');
  }
  if (text.length > LONGEST) {
    throw refused('Select less: at most about two pages at once.');
  }
  return { ...whole, text };
}
