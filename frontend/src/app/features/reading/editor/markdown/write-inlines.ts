import type { Mark, Node } from 'prosemirror-model';
import { renderCitation } from '../../../../../../../backend/src/citations/parse-citations';
import type { CitationItem } from '../../../../ui/prose/prose-model';
import { escapeText, fenced } from './escape-text';

/** A stretch of a line with its marks. */
interface Piece {
  text: string;
  /** Stands for itself: nothing of it is escaped. */
  verbatim: boolean;
  marks: readonly Mark[];
}

function verbatimOf({ type, attrs }: Node): string {
  switch (type.name) {
    case 'citation':
      return typeof attrs['written'] === 'string'
        ? attrs['written']
        : renderCitation(attrs['items'] as CitationItem[]);
    case 'formula': {
      const dollars = attrs['display'] === true ? '$$' : '$';
      return `${dollars}${String(attrs['tex'])}${dollars}`;
    }
    case 'reference':
      return `@${String(attrs['label'])}`;
    default:
      return '\\\n';
  }
}

function piecesOf(parent: Node): Piece[] {
  const pieces: Piece[] = [];
  parent.forEach((node) => {
    const marks = node.marks;
    const isCode = marks.some(({ type }) => type.name === 'code');
    if (!node.isText) pieces.push({ text: verbatimOf(node), verbatim: true, marks });
    else if (isCode) pieces.push({ text: fenced(node.text ?? ''), verbatim: true, marks: [] });
    else {
      for (const text of (node.text ?? '').split(/(\s+)/)) {
        if (text !== '') pieces.push({ text, verbatim: false, marks });
      }
    }
  });
  return pieces;
}

const isReference = ({ text, verbatim }: Piece): boolean => verbatim && text.startsWith('@');
const isFormula = ({ text, verbatim }: Piece): boolean => verbatim && text.startsWith('$');
const isCitation = ({ text, verbatim }: Piece): boolean => verbatim && text.startsWith('[');
const isSpace = ({ text, verbatim }: Piece): boolean => !verbatim && /^\s+$/.test(text);
const isBreak = ({ text }: Piece): boolean => text === '\\\n';

/** Emphasis neither begins nor ends with a space or a line: Markdown would not see it. */
function tightened(pieces: Piece[], name: 'em' | 'strong'): Piece[] {
  const result = pieces.map((piece) => ({ ...piece }));
  const has = (piece: Piece | undefined) => piece?.marks.some(({ type }) => type.name === name);
  const drop = (piece: Piece) =>
    (piece.marks = piece.marks.filter(({ type }) => type.name !== name));
  const pass = (order: Piece[]) => {
    order.forEach((piece, at) => {
      const opens = has(piece) === true && has(order[at - 1]) !== true;
      if (opens && (isSpace(piece) || isBreak(piece))) drop(piece);
    });
  };
  pass(result);
  pass([...result].reverse());
  return result;
}

const OPENING: Record<string, string> = { em: '*', strong: '**', language: '[' };

const closingOf = ({ type, attrs }: Mark): string =>
  type.name === 'language' ? `]{lang=${String(attrs['tag'])}}` : (OPENING[type.name] ?? '');

/** How many pieces from `at` on carry a mark: what reaches further is opened first. */
function reach(pieces: readonly Piece[], at: number, mark: Mark): number {
  const end = pieces.slice(at).findIndex(({ marks }) => !mark.isInSet(marks));
  return end === -1 ? pieces.length - at : end;
}

/** Writes marks so that each closes within those that were opened before it. */
function joined(pieces: readonly Piece[]): string {
  let text = '';
  const open: Mark[] = [];
  const close = (kept: number) => {
    while (open.length > kept) text += closingOf(open.pop() as Mark);
  };
  pieces.forEach((piece, at) => {
    const over = open.findIndex((mark) => !mark.isInSet(piece.marks));
    if (over !== -1) close(over);
    const news = piece.marks.filter((mark) => !mark.isInSet(open));
    news.sort((a, b) => reach(pieces, at, b) - reach(pieces, at, a));
    for (const mark of news) {
      text += OPENING[mark.type.name] ?? '';
      open.push(mark);
    }
    text += piece.text;
  });
  close(0);
  return text;
}

const ENDS_IN_WORD = /[\p{L}\p{N}_.+\\-]$/u;
const GOES_ON = /^(?:[\p{L}\p{N}_]|[:.-][\p{L}\p{N}_])/u;
const SPACE: Piece = { text: ' ', verbatim: true, marks: [] };

/** What stands close to these would be read with them, or they as something else. */
function apart(pieces: readonly Piece[]): Piece[] {
  return pieces.flatMap((piece, at) => {
    const before = pieces[at - 1];
    if (before === undefined) return [piece];
    const opens = isReference(piece) && ENDS_IN_WORD.test(before.text);
    const ends = isReference(before) && GOES_ON.test(piece.text);
    const runsOn = isFormula(before) && /^[\d$]/.test(piece.text);
    const breaks =
      (isCitation(piece) && before.text.endsWith('\\')) ||
      (isCitation(before) && piece.text.startsWith('('));
    return opens || ends || runsOn || breaks ? [SPACE, piece] : [piece];
  });
}

/** The Markdown of a line of text. */
export function writeInlines(parent: Node): string {
  const whole = tightened(tightened(apart(piecesOf(parent)), 'em'), 'strong');
  return joined(
    whole.map((piece) => (piece.verbatim ? piece : { ...piece, text: escapeText(piece.text) })),
  ).trim();
}
